import { describe, expect, test } from "bun:test";

import { Mark } from "../support/mark.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { type User, users } from "../support/machine/users.ts";
import { type Ended, wirework } from "../support/wirework.ts";
import { failedCommand } from "../support/messages.ts";

const FAILING = recipeFile(
  [
    "await $`sudo docker run -d --name web base sleep 600`;",
    'const one = await $.terminal("1f1f4c1f931a")`sudo docker run -i -t --rm --net=none base /bin/bash`;',
    "await $`sudo ip link add A type veth peer name B`;",
    "await $`sudo ip link set C up`;",
  ].join("\n"),
  ["docker", "ip"],
);

const HINT =
  /wirework: the sandbox is still open\. To enter it, and to end it:\n {2}(?<enter>nsenter [^\n]*)\n {2}(?<end>kill -9 \d+)\n$/;

interface Kept extends Disposable {
  readonly ended: Ended;
  readonly mark: Mark;
  /** The lines to type */
  readonly enter: string;
  readonly end: string;
}

async function keep(user: User, ...options: readonly string[]): Promise<Kept> {
  const mark = new Mark();
  const ended = await wirework(user, ["run", FAILING, "--keep", ...options], { environment: mark.environment });
  const { enter = "", end = "" } = HINT.exec(ended.stderr)?.groups ?? {};
  // Where a test fails half-way, its sandbox would stay for ever
  const dispose = () => mark.processes().forEach(({ pid }) => process.kill(pid, "SIGKILL"));
  return { ended, mark, enter, end, [Symbol.dispose]: dispose };
}

/** Types a line into a shell of the user's, with something to read; what it prints */
function type(user: User, line: string, input = ""): string {
  const { stdout, stderr } = Bun.spawnSync([...user.prefix, "bash", "-c", line], { stdin: Buffer.from(input) });
  expect(stderr.toString()).toBe("");
  return stdout.toString();
}

describe.each(users)("as $name", (user) => {
  test("a failed run's sandbox stays open: the lines that are printed enter it, and end it", async () => {
    const before = takeSnapshot();
    using kept = await keep(user);
    const { ended, mark, enter, end } = kept;
    expect(ended.status).toBe(1);
    expect(ended.stderr).toStartWith(`wirework: ${failedCommand("sudo ip link set C up", 1)}`);
    const seen = type(
      user,
      enter,
      "ip -brief link show type veth\ndocker ps --format x 2>/dev/null; docker ps -q | wc -l\n",
    );
    expect(seen).toMatch(/^A@B +DOWN /m);
    expect(seen).toMatch(/^B@A +DOWN /m);
    // Both containers live on, the terminal's too
    expect(seen).toEndWith("\n2\n");
    expect(mark.processes()).not.toEqual([]);
    expect(takeSnapshot()).toEqual(before);

    type(user, end);
    expect(await mark.goneWithin(1000)).toBe(true);
    expect(takeSnapshot()).toEqual(before);
  });

  test("with --json the document is alone on stdout all the same", async () => {
    using kept = await keep(user, "--json");
    const { ended, mark, end } = kept;
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: false, exit: 1 });
    type(user, end);
    expect(await mark.goneWithin(1000)).toBe(true);
  });

  test("a run that went well is not kept", async () => {
    const mark = new Mark();
    const ended = await wirework(user, ["run", "point-to-point", "--keep"], { environment: mark.environment });
    expect(ended).toMatchObject({ status: 0, stderr: "" });
    expect(mark.processes()).toEqual([]);
  });
});
