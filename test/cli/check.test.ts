/**
 * What was built by hand, checked.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { WIRED } from "../learner/net-none-manual-lines.ts";
import { LINES } from "../learner/point-to-point-lines.ts";
import { LabMachine } from "../support/machine/lab-machine.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { OnTerminal } from "../support/terminal/on-terminal.ts";
import { fileWith, recipeFile } from "../support/recipe-file.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { allUsers, users } from "../support/machine/users.ts";
import { BARE } from "../support/wirework.ts";
import { naming, pattern } from "../support/naming.ts";
import { errorOf } from "../support/error-of.ts";

/** A host on which nothing was done yet */
const FRESH = recipeFile("await $`true`;", ["true"]);

const ROOT = { name: "root", prefix: [] } as const;

/** Takes all of that away again: a container's end of a cable goes along with it */
const AFRESH =
  "docker rm --force $(docker ps --all --quiet) >/dev/null 2>&1; rm -rf /var/run/netns; ip link del A 2>/dev/null; true";

/** All of a host that a check could change, but for its neighbours */
const STATE = [
  "ip -oneline addr",
  "ip route",
  "iptables-save | grep -v '^[#:]'",
  "docker ps --all --no-trunc --quiet",
  "ls -A /tmp /run /run/wirework-host /var/run/netns",
  "ls -l --full-time /etc/default",
].join("; ");

/** What can't be checked, what is said of it, and what to type instead */
const REFUSED: readonly (readonly [
  name: string,
  words: readonly string[],
  values: readonly string[],
  tryThis: string | null,
])[] = [
  ["no recipe", [], ["check a recipe"], "wirework list"],
  ["a recipe that isn't there", ["nosuch", "fresh"], ['"nosuch"'], "wirework list"],
  ["a recipe without checks", [FRESH], ['Cannot check "my-link": the recipe has no checks'], `wirework show ${FRESH}`],
  ["a lab in place of a recipe", ["fresh"], ['Cannot check "fresh": it is a lab'], "wirework check RECIPE fresh"],
  ["a lab that isn't there", ["point-to-point", "nosuch"], ['"nosuch"'], "wirework ps"],
  [
    "two labs",
    ["point-to-point", "fresh", "more"],
    ['Unexpected "more": check takes a recipe and one lab'],
    "wirework check point-to-point fresh",
  ],
  [
    "one container of a lab",
    ["point-to-point", "fresh:abc"],
    ['Cannot check "fresh:abc": check looks at a whole lab'],
    "wirework check point-to-point fresh",
  ],
  ["an option before the recipe", ["--from", "10.9.0.1", "point-to-point"], ['"--from"', "--json, --help"], null],
  ["a value that can't be one", ["point-to-point", "fresh", "--from", "10.1"], ["--from", '"10.1"'], null],
  ["an option that it has not", ["point-to-point", "fresh", "--quiet"], ['"--quiet"'], null],
];

/** Types lines in a lab on which nothing else was done; what fails is typed all the same */
async function type(machine: LabMachine, lines: readonly string[]): Promise<void> {
  await machine.wirework("exec", "fresh", "bash", "-c", [AFRESH, ...lines].join("\n"));
}

describe.each(users)("as $name, by hand in a lab", (user) => {
  let machine: LabMachine;
  beforeAll(async () => {
    machine = await LabMachine.open(user);
    await machine.printed("up", FRESH, "--name", "fresh", "--quiet");
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  test("the line has the real ids, so that it can be typed, and then all is well", async () => {
    await type(machine, LINES.slice(0, -1));
    const { status, stdout, stderr } = await machine.wirework("check", "point-to-point", "--json");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    const { first, ...document } = JSON.parse(stdout);
    expect(document).toMatchObject({ schema: 1, recipe: "point-to-point", lab: "fresh", ok: false });
    expect(first).toMatchObject({ step: 3, state: "missing" });
    await machine.printed("exec", "fresh", "sh", "-c", first.text);
    expect((await machine.wirework("check", "point-to-point")).status).toBe(0);
  });

  test("a learner reads which step it is, what was looked for and seen, and what the line does", async () => {
    await type(machine, LINES.toSpliced(14, 1));
    const { status, stdout, stderr } = await machine.wirework("check", "point-to-point", "fresh");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout.replace(/\b\d{2,}\b/g, "PID")).toBe(`point-to-point, as it was built by hand in the lab fresh

✓ 1  Start up two containers in two terminal windows
✓ 2  Learn the container process IDs
     and create their namespace entries
✗ 3  Create the "peer" interfaces and hand them out
     $ sudo ip netns exec PID ip link set B up
       expected: B in PID is up
       seen:     B in PID is down
       the kernel sets B up, and adds the routes of its addresses; a veth passes packets once its peer is up, too
– 4  The bare assertion made by ip route: without it,
     and with it again

point-to-point: a line in step 3 is missing; 7 checks wait for it
`);
  });

  test("lines that are all there don't make a check hold: packets do", async () => {
    await type(machine, [...LINES, "ip netns exec $p2 iptables -A INPUT -j DROP"]);
    const { status, stdout } = await machine.wirework("check", "point-to-point", "fresh");
    expect(status).toBe(1);
    expect(stdout).toContain("✗ 122  ");
    expect(stdout).toEndWith(
      "point-to-point: all of its lines are there, but 3 checks fail; 2 checks wait for the recipe's own additional lines\n",
    );
  });

  test("nothing in the lab is changed, whether all is there or not", async () => {
    for (const lines of [LINES, LINES.slice(0, 10)]) {
      await type(machine, lines);
      const before = await machine.printed("exec", "fresh", "sh", "-c", STATE);
      await machine.wirework("check", "point-to-point", "fresh");
      expect(await machine.printed("exec", "fresh", "sh", "-c", STATE)).toBe(before);
    }
  });

  test("what the last lines undo is not said to be there, and after them why it isn't", async () => {
    await type(machine, WIRED);
    const before = await machine.wirework("check", "net-none-manual", "fresh");
    expect(before.status).toBe(0);
    expect(before.stdout).toMatch(pattern(["net-none-manual: ", '"exit"', "6 checks pass", "4 checks wait", '"exit"']));
    const ending = "docker rm --force $(docker ps -q); find -L /var/run/netns -type l -delete";
    await machine.printed("exec", "fresh", "sh", "-c", ending);
    const after = await machine.wirework("check", "net-none-manual", "fresh");
    expect(after.status).toBe(1);
    expect(after.stdout).toContain(
      'seen:     no such container is running\n       the kernel starts a process with files, processes and a host name of its own, in a network namespace with only lo in it\n       if you have already typed "exit", the container has ended',
    );
  });

  test("a check that is killed is gone from the lab, too", async () => {
    await type(machine, [...LINES, "ip netns exec $p2 iptables -A INPUT -j DROP"]);
    const countInside = async () =>
      Number((await machine.wirework("exec", "fresh", "pgrep", "-fc", "check/inside.ts")).stdout);
    const running = machine.start("check", "point-to-point", "fresh");
    while ((await countInside()) === 0) expect(running.exitCode).toBeNull();
    running.kill("SIGKILL");
    while ((await countInside()) > 0) await Bun.sleep(5);
  });

  test("a recipe's file may be where the lab has a folder of its own", async () => {
    const source = readFileSync(join(import.meta.dir, "../../recipes/point-to-point.ts"), "utf8");
    const file = fileWith(source, "mine.ts");
    await type(machine, LINES);
    const { status, stdout } = await machine.wirework("check", file, "fresh");
    expect(status).toBe(0);
    expect(stdout).toMatch(pattern(["mine: ", "5 checks pass", "2 checks wait"]));
  });

  test("a recipe of one's own need have no steps, types in containers, and says itself why it can't go on", async () => {
    const mine = recipeFile(
      `  const shell = await $.terminal("63f36fc01b5f")\`docker run -i -t --net=none base /bin/bash\`;
  await shell.type\`ip addr add 10.5.0.1/24 dev lo\`;
  await $\`sleep 600\`;
  const shown = await $\`ls /var/run\`;
  if (!shown.lines().includes("wired")) throw new Error("It is not wired");
  const other = await $.as("other", containerId("4c01db0b339c"))\`docker run -d --net=none base sleep 99\`;
  await check(1, "the other has no cable").lists($\`docker exec \${other} ls /sys/class/net\`, "lo");`,
      ["docker", "ls", "sleep"],
    );
    const checked = async () => (await machine.wirework("check", mine, "fresh")).stdout.split("\n").slice(2).join("\n");
    await type(machine, ["docker run -d -i -t --net=none base /bin/bash"]);
    const shown = (await checked()).replace(/(?<=in )\d+/g, "PID").replace(/the kernel .+/, "WHAT IT DOES");
    expect(shown.replace(/(?<=seen: +)lo in PID .*/, "NOTHING")).toBe(`✗ 0  before the first step
     $$ ip addr add 10.5.0.1/24 dev lo
       expected: lo in PID has 10.5.0.1/24
       seen:     NOTHING
       WHAT IT DOES

my-link: a line before its first step is missing
`);
    const address =
      "nsenter --net=/proc/$(docker inspect -f '{{.State.Pid}}' $(docker ps -q))/ns/net ip addr add 10.5.0.1/24 dev lo";
    await machine.printed("exec", "fresh", "sh", "-c", address);
    expect(await checked()).toMatch(/^✓ 0 {2}.*\n\nmy-link: cannot read the recipe .*: It is not wired\n$/);
    await machine.printed("exec", "fresh", "sh", "-c", "mkdir /var/run/wired; docker run -d --net=none base sleep 99");
    expect(await checked()).toMatch(/^my-link: .*\b1 check passes\n/m);
    await machine.printed("exec", "fresh", "rmdir", "/var/run/wired");
  });

  test("a cable may lead into a network that has only a name", async () => {
    const mine = recipeFile(
      `  await $\`sudo ip netns add blue\`;
  await $\`sudo ip link add A type veth peer name B\`;
  await $\`sudo ip link set B netns blue\`;
  await $\`sudo ip -n blue link set B up\`;
  await check(1, "it is up there").shows($\`sudo ip -n blue -br link\`, "B@");`,
    );
    await type(machine, ["ip netns add blue", "ip link add A type veth peer name B", "ip link set B netns blue"]);
    const { stdout } = await machine.wirework("check", mine, "fresh");
    expect(stdout).toContain("$ sudo ip -n blue link set B up\n       expected: B in blue is up\n");
    await machine.printed("exec", "fresh", "ip", "-n", "blue", "link", "set", "B", "up");
    expect((await machine.wirework("check", mine, "fresh")).status).toBe(0);
  });

  test("a recipe that does what it may not ends with 4", async () => {
    const { status, stdout, stderr } = await machine.wirework("check", recipeFile("await $`true`;", []), "fresh");
    expect({ status, stdout }).toEqual({ status: 4, stdout: "" });
    expect(stderr).toContain("true");
    const document = await machine.wirework("check", recipeFile("await $`true`;", []), "fresh", "--json");
    expect(JSON.parse(document.stdout)).toMatchObject({ schema: 1, exit: 4, error: { message: expect.any(String) } });
  });

  test("what `up` has built of it, with its values, is all there", async () => {
    await machine.printed("up", "point-to-point", "--name", "made", "--from", "10.9.0.1", "--quiet");
    const made = await machine.wirework("check", "point-to-point", "made");
    expect(made.status).toBe(0);
    expect(made.stdout).toMatch(/^point-to-point, .* made\n/);
    expect((await machine.wirework("check", "point-to-point", "made", "--from", "10.1.1.1")).status).toBe(1);
    const several = await machine.wirework("check", "point-to-point");
    expect(several).toMatchObject({ status: 2, stdout: "" });
    expect(several.stderr).toBe(
      'wirework: Cannot check "point-to-point" without a lab\'s name: fresh, made are up\n  try: wirework check point-to-point fresh\n',
    );
    await machine.printed("down", "made");
  });

  test.each(REFUSED)("refuses %s", async (_, words, values, tryThis) => {
    const ended = await machine.wirework("check", "--json", ...words);
    expect(ended.status).toBe(2);
    expect(errorOf(ended)).toMatchObject({ message: naming(...values), try: tryThis });
  });

  test("its help says that the recipe's own options may be given", async () => {
    expect(await machine.printed("check", "--help")).toContain("[LAB] [OPTIONS]: check what you built");
    expect(await machine.printed("check", "--help")).toContain(
      "\nOptions, besides the recipe's own (wirework show RECIPE)\n",
    );
  });
});

describe.each(users)("as $name, in a fresh shell", (user) => {
  test("what was typed at its prompt is checked from another terminal; the machine is as it was", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    using terminal = new OnTerminal(machine.line("shell"), { environment: { ...BARE, ...machine.environment } });
    await terminal.until(":/# ");
    terminal.type("sudo docker run -i -t --rm --net=none base /bin/bash\r");
    await terminal.until(":/# ");
    const { status, stdout } = await machine.wirework("check", "net-none-manual");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^net-none-manual, .* shell\n\n✓ 1 {2}At one shell/);
    expect(stdout).toContain("\n     $ sudo mkdir -p /var/run/netns\n");
    terminal.type("exit\r");
    await terminal.until(":/# ");
    const after = await machine.wirework("check", "net-none-manual");
    expect(after.stdout).toMatch(/^ +seen: +no such container\b/m);
    terminal.type("exit\r");
    await terminal.exited;
    expect(takeSnapshot()).toEqual(before);
  });
});

test("without a lab that is up there is nothing to check", async () => {
  const [user] = allUsers;
  if (user === undefined) throw new Error("Cannot test without a user");
  await using machine = await LabMachine.open(user);
  const ended = await machine.wirework("check", "--json", "point-to-point");
  expect(ended.status).toBe(2);
  expect(errorOf(ended)).toEqual({
    kind: "lab",
    message: 'Cannot check "point-to-point": no lab is up',
    cause: null,
    try: "wirework shell",
  });
});

describeOnDocker("by hand in a lab on docker", () => {
  test("all is well, or the first missing line is named", async () => {
    await using machine = await LabMachine.open(ROOT);
    await machine.printed("up", FRESH, "--on", "docker", "--name", "fresh", "--quiet");
    await type(machine, LINES.slice(0, -1));
    const { stdout } = await machine.wirework("check", "point-to-point", "--json");
    const { first } = JSON.parse(stdout);
    expect(first).toMatchObject({ step: 3, state: "missing" });
    expect(first.text).toMatch(/^sudo ip netns exec \d+ ip route add 10\.1\.1\.1\/32 dev B$/);
    await machine.printed("exec", "fresh", "sh", "-c", first.text);
    expect((await machine.wirework("check", "point-to-point")).status).toBe(0);
  });
});
