/**
 * A star counts only when it is there.
 */
import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { HostError } from "../../../lib/hosts/host-error.ts";
import { openBenchHost } from "../../../scripts/bench.d/star/bench-host.ts";
import { buildStar } from "../../../scripts/bench.d/star/build.ts";
import type { Contender } from "../../../scripts/bench.d/star/contender.ts";
import { measureStars } from "../../../scripts/bench.d/star/measure.ts";
import { named } from "./found.ts";

const SCRIPT = readFileSync(join(import.meta.dir, "../../../scripts/bench.d/contenders/article.sh"), "utf8");
const PLAN = { rounds: 1, limits: "kept", announce: () => {} } as const;

const folder = mkdtempSync(join(tmpdir(), "wirework-bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Who does all that the article's lines do, but one thing otherwise */
function doing(wanted: string, instead: string): Contender {
  expect(SCRIPT).toContain(wanted);
  const file = join(folder, `${Bun.hash(wanted + instead)}.sh`);
  writeFileSync(file, SCRIPT.replace(wanted, instead));
  return { ...named("other"), open: async () => ({ host: await openBenchHost(), driver: ["bash", file] }) };
}

test("a star that is there has times for all of its parts", async () => {
  const times = await buildStar(doing("set -eu", "set -eu"), 3, null);
  for (const part of Object.values(times)) expect(part).toBeGreaterThan(0);
});

describe("is refused, with what is wrong of it:", () => {
  test.each([
    ["a container without an address", 'ip netns exec "$container" ip addr add', ": ", "c1 has 0 addresses"],
    ["an address given twice", "$((count % 256))", "7", "c2 has the address of"],
    ["a container that is down", "ip link set eth0 up", "true", "A1 is down"],
    ["a cable that is in no bridge", 'add_port $bridge "$A"', ":", "star has 0 ports for 3 containers"],
    ["a bridge that is down", "ip link set $bridge up", ":", "10.7.0.3 doesn't answer"],
    ["a container too few", "n < $1", "n < $1 - 1", "it has 2 containers, not 3"],
    ["an attached container that isn't", "attach) add_container", "attach) :", "it has 3 containers, not 4"],
    [
      "a container that stays",
      'ip netns del "c$count"',
      'ip -n "c$count" link del eth0',
      "is still there after `down`",
    ],
    ["a failure", "ip link del $bridge", "ip link del nothing", 'it ended at `down`: Cannot find device "nothing"'],
    ["an end", 'echo "done"', "echo sorry; exit", "it ended at `start`: sorry"],
  ])("%s", async (_, wanted, instead, complaint) => {
    await expect(buildStar(doing(wanted, instead), 3, null)).rejects.toThrow(complaint);
  });
});

test("who fails is left out of all rounds, and the others go on", async () => {
  const good = { ...doing("set -eu", "set -eu"), name: "good" };
  const { measured, leftOut } = await measureStars([doing("attach) add_container", "attach) :"), good], 2, PLAN);
  expect(measured.map(({ contender, times }) => [contender.name, times.length])).toEqual([["good", 1]]);
  const why = "failed: it has 2 containers, not 3";
  expect(leftOut).toMatchObject([{ contender: { name: "other" }, failed: true, why }]);
});

test("a host that can't be opened is named, with its cause and a way out", async () => {
  const refused = new HostError("Cannot open a host", "no namespaces", "sudo");
  const shut = { ...named("shut"), open: () => Promise.reject(refused) };
  const { leftOut } = await measureStars([shut], 2, PLAN);
  expect(leftOut).toMatchObject([{ why: "failed: Cannot open a host: no namespaces", tryThis: "sudo", failed: true }]);
});

test("who isn't here is never opened", async () => {
  const missing = { why: "not installed: x", tryThis: "apt-get install x" };
  const absent = { ...named("absent"), missing: () => missing };
  expect(await measureStars([absent], 2, PLAN)).toMatchObject({
    measured: [],
    leftOut: [{ ...missing, failed: false }],
  });
});

test("a star that is too large for somebody is left out, unless all are asked for", async () => {
  const small = { ...doing("set -eu", "set -eu"), limit: { most: 1, why: "it is slow" } };
  const kept = await measureStars([small], 2, PLAN);
  expect(kept).toMatchObject({ measured: [], leftOut: [{ why: "it is slow", tryThis: "--all", failed: false }] });
  expect((await measureStars([small], 2, { ...PLAN, limits: "ignored" })).measured).toHaveLength(1);
});

test("what is built costs processes and memory", async () => {
  const { measured } = await measureStars([doing("set -eu", "set -eu")], 2, PLAN);
  const weight = measured[0]?.weight;
  expect(weight?.started).toBeGreaterThanOrEqual(2 * 8 + 2);
  expect(weight?.atOnce).toBeGreaterThanOrEqual(1);
  expect(weight?.pss).toBeGreaterThan(100_000);
});
