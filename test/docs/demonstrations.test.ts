/**
 * The runs of the page "What the article gets wrong": each shows what the page says that it shows.
 */
import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { argumentsOf, type Demonstration, demonstrationOf, recordingOf } from "../../scripts/docs.d/demonstrations.ts";
import { stable } from "../../scripts/docs.d/stable.ts";
import { readRecipe } from "../../scripts/docs.d/shown.ts";
import { errata } from "../../scripts/docs.d/errata.ts";
import { shareOf } from "../support/size.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { readableProject } from "../support/project.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { allUsers, type User, users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";

const FOLDER = join(import.meta.dir, "../../docs/errata");

const entries = errata();
const demonstrations = await Promise.all(entries.map(demonstrationOf));
const ROOT: User = { name: "root", prefix: [] };

function shownOn(on: Demonstration["on"]): readonly (readonly [file: string, demonstration: Demonstration])[] {
  return demonstrations.filter((demonstration) => demonstration.on === on).map((shown) => [shown.file, shown] as const);
}

async function expectRecording(user: User, demonstration: Demonstration): Promise<void> {
  const { status, stdout, stderr } = await wirework(user, argumentsOf(demonstration, readableProject()));
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stable(stdout)).toBe(recordingOf(demonstration));
}

test("every entry has one of its own, which checks its statements and no others", async () => {
  expect(entries).toHaveLength(16);
  expect(new Set(demonstrations.map(({ file }) => file)).size).toBe(entries.length);
  for (const [at, { claims }] of entries.entries()) {
    const { outline } = await readRecipe(join(FOLDER, "../..", demonstrations[at]?.file ?? ""));
    expect(new Set(outline.checks.map(({ claim }) => claim))).toEqual(new Set(claims));
  }
});

test("there is none without an entry, and each is recorded", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".ts"));
  expect(files).toHaveLength(entries.length);
  for (const file of files) expect(existsSync(join(FOLDER, "prints", file.replace(/ts$/, "txt")))).toBe(true);
});

describe.each(users)("in a sandbox, as $name,", (user) => {
  test.concurrent.each(shownOn("sandbox"))("%s", (_, demonstration) => expectRecording(user, demonstration));
});

describe.skipIf(process.geteuid?.() !== 0)("in root's sandbox", () => {
  test.concurrent.each(shownOn("root's sandbox"))("%s", (_, demonstration) => expectRecording(ROOT, demonstration));
});

describeOnDocker("on a real engine", () => {
  test.each(shownOn("docker"))("%s", (_, demonstration) => expectRecording(ROOT, demonstration));

  const both = demonstrations.filter(({ on, engines }) => on !== "docker" && engines === "then and now");
  const some = shareOf("demonstrations on a real engine", both, { quick: 0.1, full: 0.5 });
  test.each(some.map((shown) => [shown.file, shown] as const))("%s holds, too", async (_, { file }) => {
    const { status, stderr } = await wirework(ROOT, argumentsOf({ file, on: "docker" }, readableProject()));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe("a transcript made stable", () => {
  test("is the same for two runs that differ in what is of one run only", () => {
    const run = (id: string, pid: number, mac: string, veth: string) =>
      `\n+ docker run\n${id.padEnd(64, "0")}\n+ ip netns exec ${pid} ip link\n${veth}@if${pid} UP ${mac}\n✓ ${pid} ms\n`;
    const one = stable(run("ceb38de2c577", 26, "7a:b8:d3:b8:ff:19", "vethOR67UF"));
    expect(one).toBe(stable(run("c8adc99fef4b", 45, "32:1f:7b:3b:4e:7d", "veth1a2b3c4")));
    expect(one).toBe(
      "+ docker run\n63f36fc01b5f…\n+ ip netns exec 2778 ip link\nvethAQI2QT@if… UP 66:38:d0:0d:76:18\n✓ … ms\n",
    );
  });

  test("keeps what matters: other addresses, other rules, one container for another", () => {
    expect(stable("172.17.42.1/16")).not.toBe(stable("10.0.42.1/16"));
    expect(stable("ceb38de2c577 c8adc99fef4b")).not.toBe(stable("ceb38de2c577 ceb38de2c577"));
  });
});

test("nothing is left by one of them", async () => {
  const before = takeSnapshot();
  const [first] = shownOn("sandbox");
  const [user] = allUsers;
  if (first === undefined || user === undefined) throw new Error("There is no run to look at");
  await expectRecording(user, first[1]);
  expect(takeSnapshot()).toEqual(before);
});
