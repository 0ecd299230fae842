/**
 * `wirework shell` without a lab: a fresh host, for as long as its first shell.
 */
import { describe, expect, test } from "bun:test";
import type { SpawnOptions, Subprocess } from "bun";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { cgroupName, hierarchies } from "../../../lib/hosts/docker/cgroups.ts";
import { identify } from "../../../lib/netlink/process-identity.ts";
import { PastingTerminal } from "../../support/article-reader.ts";
import { LabMachine } from "../../support/lab-machine.ts";
import { endlessRecipe, webRecipe } from "../../support/lab-recipes.ts";
import { describeOnDocker } from "../../support/on-docker.ts";
import { OnTerminal } from "../../support/on-terminal.ts";
import { type Snapshot, takeSnapshot } from "../../support/snapshot.ts";
import { type User, users, usersOfLongTests } from "../../support/users.ts";
import { BARE, type Ended } from "../../support/wirework.ts";
import { without } from "../../hosts/changed-programs.ts";
import { IS_ROOT, NOBODY, runOnMachine } from "../../hosts/machine.ts";

const ROOT: User = { name: "root", prefix: [] };
const ENDLESS_RECIPE = endlessRecipe();
const WEB_RECIPE = webRecipe();

/** The process that holds a lab's host */
function holderOf(machine: LabMachine, lab: string): number {
  return JSON.parse(readFileSync(machine.record(lab), "utf8")).host.holder.pid;
}

async function untilEnded(pid: number): Promise<void> {
  while (identify(pid).start !== null) await Bun.sleep(5);
}

/** A fresh host on a terminal, once there is a prompt */
async function openShell(machine: LabMachine, ...options: readonly string[]): Promise<OnTerminal> {
  const argv = machine.line("shell", ...options);
  const terminal = new OnTerminal(argv, { environment: { ...BARE, ...machine.environment } });
  await terminal.until(":/# ");
  return terminal;
}

/** Runs a command to its end that reads a file of this process's */
async function readingFile(machine: LabMachine, path: string, ...args: readonly string[]): Promise<Ended> {
  const input = openSync(path, "r");
  try {
    return await endOf(
      Bun.spawn([...machine.line(...args)], {
        cwd: "/",
        env: { ...BARE, ...machine.environment },
        stdio: [input, "pipe", "pipe"],
      }),
    );
  } finally {
    closeSync(input);
  }
}

async function endOf({ stdout, stderr, exited }: Subprocess<SpawnOptions.Writable, "pipe", "pipe">): Promise<Ended> {
  const [output, errors, status] = await Promise.all([stdout.text(), stderr.text(), exited]);
  return { status, stdout: output, stderr: errors };
}

/** The Bun outside, which the launcher became */
function isOuter({ command }: { readonly command: string }): boolean {
  return command.includes("main.ts shell");
}

function hasHolder({ pid }: { readonly pid: number }): boolean {
  return Bun.spawnSync(["pgrep", "-x", "-P", `${pid}`, "unshare"]).success;
}

/** Nothing of it is on the machine, which is as it was */
async function expectNothingLeft(machine: LabMachine, holder: number, before: Snapshot): Promise<void> {
  await untilEnded(holder);
  expect(machine.left()).toEqual([]);
  expect(machine.mark.processes()).toEqual([]);
  expect(takeSnapshot()).toEqual(before);
}

describe.each(users)("as $name", (user) => {
  test("the end of its terminal ends it, and nothing is left", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    using terminal = await openShell(machine);
    const holder = holderOf(machine, "shell");
    terminal.close();
    expect(await terminal.exited).toBe(129);
    await expectNothingLeft(machine, holder, before);
  });

  test("so does kill -9", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    using killed = await openShell(machine);
    const holder = holderOf(machine, "shell");
    process.kill(killed.pid, "SIGKILL");
    while (machine.left().length > 0 || machine.mark.processes().length > 0) await Bun.sleep(5);
    await expectNothingLeft(machine, holder, before);
  });
});

describe.each(usersOfLongTests)("as $name", (user) => {
  test("it says where one is, what to type first, how to join, and how to check; it ends with its own status, and leaves nothing", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    const argv = machine.line("shell");
    using terminal = new OnTerminal(argv, { environment: { ...BARE, ...machine.environment } });
    const lines = (await terminal.until("shell:/# ")).replaceAll("\r", "").split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "wirework: a fresh sandbox for the article's lines; exit ends it, and all in it",
      "  the first line    sudo docker run -i -t --rm --net=none base /bin/bash",
      expect.stringMatching(/^ {2}another terminal {2}\S+\/scripts\/wirework shell shell$/),
      expect.stringMatching(/^ {2}to check, there {3}\S+\/scripts\/wirework check RECIPE shell$/),
    ]);
    const holder = holderOf(machine, "shell");
    terminal.type("docker info >/dev/null && exit 5\r");
    expect(await terminal.exited).toBe(5);
    await expectNothingLeft(machine, holder, before);
  });

  test("meanwhile it is a lab like others, which no recipe has made", async () => {
    await using machine = await LabMachine.open(user);
    using terminal = await openShell(machine, "--name", "mine");
    expect(await machine.labs()).toMatchObject([{ name: "mine", recipe: null, on: "sandbox", state: "up", why: null }]);
    expect(await machine.printed("ps")).toMatch(/^mine +- +sandbox /m);
    expect(await machine.printed("show", "mine")).toStartWith("The lab mine, of no recipe on sandbox, since ");
    expect(JSON.parse(await machine.printed("show", "mine", "--json"))).toMatchObject({
      lab: { name: "mine", recipe: null, options: {}, state: "up" },
    });
    await machine.printed("exec", "mine", "docker", "run", "-d", "--name", "web", "base", "sleep", "600");
    expect(await machine.reading("hostname -I\n", "shell", "mine:web")).toMatchObject({ status: 0 });
    const refused = await machine.wirework("up", WEB_RECIPE, "--name", "mine");
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('Cannot make the lab "mine": it is up already, with no recipe\n');
    const repaired = await machine.wirework("up", WEB_RECIPE, "--name", "mine", "--repair");
    expect(repaired.status).toBe(2);
    expect(repaired.stderr).toContain('Cannot repair the lab "mine": no recipe has made it\n');
    terminal.type("exit\r");
    expect(await terminal.exited).toBe(0);
  });

  test("a second one has a name of its own; with the name of one that is up it is refused", async () => {
    await using machine = await LabMachine.open(user);
    using one = await openShell(machine);
    using two = await openShell(machine);
    expect((await machine.labs()).map(({ name }) => name)).toEqual(["shell", "shell-2"]);
    const { status, stderr } = await machine.wirework("shell", "--name", "shell");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: [
        'wirework: Cannot open a fresh host as the lab "shell": it is up already, with no recipe',
        "  try: wirework shell shell to join it, or another name: --name shell-2\n",
      ].join("\n"),
    });
    for (const terminal of [one, two]) {
      terminal.type("exit\r");
      expect(await terminal.exited).toBe(0);
    }
    expect(machine.left()).toEqual([]);
  });

  test("a name on which another command works is not waited for, unless it is asked for", async () => {
    await using machine = await LabMachine.open(user);
    const up = machine.start("up", ENDLESS_RECIPE, "--name", "shell");
    while (!machine.left().includes("labs/shell")) await Bun.sleep(1);
    using other = await openShell(machine);
    expect((await machine.labs()).map(({ name }) => name)).toEqual(["shell-2"]);
    using waiting = new OnTerminal(machine.line("shell", "--name", "shell"), {
      environment: { ...BARE, ...machine.environment },
    });
    await waiting.until("wirework: waits for another command on the lab shell\r\n");
    process.kill(waiting.pid, "SIGTERM");
    expect(await waiting.exited).toBe(143);
    up.kill("SIGTERM");
    expect(await up.exited).toBe(143);
    other.type("exit\r");
    expect(await other.exited).toBe(0);
    expect(machine.left()).toEqual([]);
  });

  test("who has joined leaves it as it is; the first one's end is the end for all", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    using first = await openShell(machine);
    const holder = holderOf(machine, "shell");
    using joined = new PastingTerminal(machine, "shell", "shell");
    await joined.prompt("the host's");
    joined.type("sudo ip link add A type veth peer name B; exit 3\r");
    expect(await joined.exited).toBe(3);
    expect(await machine.printed("exec", "shell", "ip", "-br", "link")).toContain("A@B");
    using other = new PastingTerminal(machine, "shell", "shell");
    await other.prompt("the host's");
    const sleeping = machine.start("exec", "shell", "sh", "-c", "echo; sleep 600");
    await sleeping.stdout.getReader().read();
    first.type("exit\r");
    expect(await first.exited).toBe(0);
    expect(await sleeping.exited).toBe(137);
    await other.until("wirework: the lab shell was taken down\r\n");
    expect(await other.exited).toBe(137);
    await expectNothingLeft(machine, holder, before);
  });

  test("somebody else takes it down: the shell says so, and nothing is left", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    using terminal = await openShell(machine);
    const holder = holderOf(machine, "shell");
    expect(await machine.printed("down", "shell")).toBe("the lab shell is down\n");
    await terminal.until("wirework: the lab shell was taken down\r\n");
    expect(await terminal.exited).toBe(137);
    await expectNothingLeft(machine, holder, before);
  });

  test("a lab that has taken its name meanwhile is left alone", async () => {
    await using machine = await LabMachine.open(user);
    using terminal = await openShell(machine);
    await machine.printed("up", WEB_RECIPE, "--name", "shell", "--replace");
    expect(await terminal.exited).toBe(137);
    expect(await machine.labs()).toMatchObject([{ name: "shell", recipe: "web-lab", state: "up" }]);
    await machine.printed("down", "shell");
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
    ["SIGHUP", 129],
  ] as const)("%s ends it, and nothing is left", async (signal, status) => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    using terminal = await openShell(machine);
    const holder = holderOf(machine, "shell");
    terminal.type("sleep 600 & sleep 600\r");
    await terminal.until("sleep 600\r");
    process.kill(terminal.pid, signal);
    expect(await terminal.exited).toBe(status);
    await expectNothingLeft(machine, holder, before);
  });

  test("only when what waits for that is killed too, its record stays, which the next one replaces", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    using killed = await openShell(machine);
    const holder = holderOf(machine, "shell");
    for (const { pid } of machine.mark.processes().filter(({ command }) => command.includes("left-behind.ts")))
      process.kill(pid, "SIGKILL");
    process.kill(killed.pid, "SIGKILL");
    await untilEnded(holder);
    expect(await machine.labs()).toMatchObject([{ name: "shell", state: "gone", why: "its holder was ended" }]);
    expect(await machine.wirework("shell", "shell")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("  try: wirework shell --name shell\n"),
    });
    using next = await openShell(machine);
    const nextHolder = holderOf(machine, "shell");
    next.type("exit\r");
    expect(await next.exited).toBe(0);
    await expectNothingLeft(machine, nextHolder, before);
  });

  test.each([
    ["its process is there", ({ mark }: LabMachine) => mark.processes().some(isOuter)],
    ["its name is taken", (machine: LabMachine) => machine.left().includes("labs/shell")],
    ["its host is there", ({ mark }: LabMachine) => mark.processes().filter(isOuter).some(hasHolder)],
  ])("a signal once %s ends it before it is up, and nothing is left", async (_, hasCome) => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    using opening = new OnTerminal(machine.line("shell"), { environment: { ...BARE, ...machine.environment } });
    while (!hasCome(machine)) await Bun.sleep(1);
    process.kill(opening.pid, "SIGTERM");
    expect(await opening.exited).toBe(143);
    expect(machine.left()).toEqual([]);
    expect(machine.mark.processes()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("without a terminal it reads lines, mends them, and ends with the last one's status", async () => {
    await using machine = await LabMachine.open(user);
    const lines = ["$\u00a0ip\u00a0a\u00a0show\u00a0docker0 | grep -c 172.17.42.1", "ip r | wc -l", "$ exit 6", ""];
    expect(await machine.reading(lines.join("\r\n"), "shell")).toEqual({
      status: 6,
      stdout: "1\n1\n",
      stderr: [
        "wirework: line 1: mended 4 non-breaking blanks, the prompt $, a line's end as Windows has it",
        "wirework: line 2: mended a line's end as Windows has it",
        "wirework: line 3: mended the prompt $, a line's end as Windows has it",
        "",
      ].join("\n"),
    });
    expect(await machine.reading("", "shell")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(machine.left()).toEqual([]);
  });

  test("a container's lines are not run there: they become comments", async () => {
    await using machine = await LabMachine.open(user);
    const lines = ["$$ ip addr show eth0", "$$ exit", "root@63f36fc01b5f:/# exit 3", "echo after", ""];
    expect(await machine.reading(lines.join("\n"), "shell")).toEqual({
      status: 0,
      stdout: "after\n",
      stderr: [1, 2, 3]
        .map((line) => `wirework: line ${line}: a line for the container's prompt became a comment\n`)
        .join(""),
    });
  });

  test("in a container they are run", async () => {
    await using machine = await LabMachine.open(user);
    using terminal = await openShell(machine);
    await machine.printed("exec", "shell", "docker", "run", "-d", "--name", "web", "base", "sleep", "600");
    expect(await machine.reading("$$ hostname\n$$ exit 3\n", "shell", "shell:web")).toEqual({
      status: 3,
      stdout: expect.stringMatching(/^[\da-f]{12}\n$/),
      stderr: "wirework: line 1: mended the prompt $$\nwirework: line 2: mended the prompt $$\n",
    });
    terminal.type("exit\r");
    expect(await terminal.exited).toBe(0);
  });

  test("a folder to read is refused, before anything is opened", async () => {
    await using machine = await LabMachine.open(user);
    for (const [args, what] of [
      [["shell"], "wirework shell <lines.txt"],
      [["shell", "--name", "z"], "wirework shell <lines.txt"],
      [["shell", "lab"], "wirework shell lab <lines.txt"],
      [["shell", "lab:web"], "wirework shell lab:web <lines.txt"],
    ] as const)
      expect(await readingFile(machine, "/etc", ...args)).toEqual({
        status: 2,
        stdout: "",
        stderr: `wirework: Cannot read lines from standard input: it is a folder\n  try: ${what}\n`,
      });
    expect(machine.left()).toEqual([]);
  });

  test("what cannot be read ends it with 1, and nothing is left", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    // A process has nothing at the address 0
    const { status, stdout, stderr } = await readingFile(machine, "/proc/self/mem", "shell");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^wirework: Cannot read lines from standard input: EIO: .*\n$/);
    expect(machine.left()).toEqual([]);
    expect(machine.mark.processes()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("no input at all is an empty one", async () => {
    await using machine = await LabMachine.open(user);
    const closed = Bun.spawn(["sh", "-c", 'exec "$@" <&-', "sh", ...machine.line("shell")], {
      cwd: "/",
      env: { ...BARE, ...machine.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(await endOf(closed)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(machine.left()).toEqual([]);
  });

  test("its input may be longer than what is read of it, and what is read by a command is the command's", async () => {
    await using machine = await LabMachine.open(user);
    const rest = "x\n".repeat(200_000);
    expect(await machine.reading(`read -r word\nhello\necho "$word"\nexit 7\n${rest}`, "shell")).toEqual({
      status: 7,
      stdout: "hello\n",
      stderr: "",
    });
  });

  test("ifconfig and route are there, and ipconfig says which of them the article means", async () => {
    await using machine = await LabMachine.open(user);
    const lines = ["ifconfig docker0 | head -1", "route -n | tail -1", "ipconfig", "echo $?"];
    const { status, stdout, stderr } = await machine.reading(lines.join("\n"), "shell");
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: "ipconfig: command not found: the article means ifconfig (today: ip addr)\n",
    });
    expect(stdout).toMatch(/^docker0: flags=.*\n172\.17\.0\.0 .* docker0\n127\n$/);
  });

  test("what is mended is said in a dim line, where there are colours", async () => {
    await using machine = await LabMachine.open(user);
    const environment = { ...BARE, ...machine.environment, NO_COLOR: "" };
    using terminal = new OnTerminal(machine.line("shell"), { environment });
    await terminal.until("shell:/# ");
    terminal.type("\x1b[200~$ true\x1b[201~");
    terminal.type("\r");
    await terminal.until("\x1b[2mwirework: mended the prompt $\x1b[22m\r");
    terminal.type("exit\r");
    expect(await terminal.exited).toBe(0);
  });

  test("an editor gets what is pasted as it is", async () => {
    await using machine = await LabMachine.open(user);
    using terminal = await openShell(machine);
    // It has a screen of its own, and shows what it reads
    terminal.type(
      "printf '\\033[?1049h'; stty raw; echo ready; head -c 13 | od -An -c; stty sane; printf '\\033[?1049l'\r",
    );
    await terminal.until("ready");
    terminal.type("\x1b[200~$ \u00a0\x1b[201~");
    await terminal.until("033   [   2   0   0   ~   $     302 240 033   [   2");
  });
});

describe.each(users.slice(-1))("what is asked for wrongly is refused with 2", (user) => {
  test.each([
    [["--on", "host"], "Cannot open a fresh host on this machine itself: it has a shell"],
    [["--on", "mars"], 'Cannot run on "mars"'],
    [["--name", "../x"], '--name: Cannot use "../x" as a lab\'s name'],
    [["--load", "x.tar"], "Cannot load an image on the sandbox: its one image is base"],
    [["lab", "--on", "docker"], "Cannot use --on with the lab lab: it is there already"],
    [["lab", "--no-install"], "Cannot use --no-install with the lab lab"],
    [["--nmae", "x"], "--nmae"],
    [["a", "b"], '"b"'],
  ])("shell %j", async (args, message) => {
    await using machine = await LabMachine.open(user);
    const { status, stdout, stderr } = await machine.wirework("shell", ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toStartWith("wirework: ");
    expect(stderr).toContain(message);
    expect(machine.left()).toEqual([]);
  });
});

if (IS_ROOT) {
  test("without net-tools it says what is missing, and opens", async () => {
    const ended = await runOnMachine(`${without("ifconfig")}\n${without("route")}`, NOBODY, ["shell"]);
    expect(ended).toEqual({
      status: 0,
      stdout: "",
      stderr: [
        "wirework: Cannot run without ifconfig and route",
        "  cause: not installed: net-tools",
        "  try: sudo apt-get install --yes net-tools",
        "wirework: the shell opens all the same",
        "",
      ].join("\n"),
    });
  });
}

describeOnDocker("on docker", () => {
  test("it has a Docker Engine of its own, which ends with it", async () => {
    await using machine = await LabMachine.open(ROOT);
    const before = takeSnapshot();
    using terminal = await openShell(machine, "--on", "docker");
    const holder = holderOf(machine, "shell");
    expect(await machine.labs()).toMatchObject([{ name: "shell", recipe: null, on: "docker", state: "up" }]);
    expect(await machine.printed("exec", "shell", "docker", "version", "--format", "{{.Server.Version}}")).toMatch(
      /^\d/,
    );
    terminal.type("exit 4\r");
    expect(await terminal.exited).toBe(4);
    await expectNothingLeft(machine, holder, before);
  });

  test("kill -9 leaves nothing of it, of its cgroups neither", async () => {
    await using machine = await LabMachine.open(ROOT);
    const before = takeSnapshot();
    using terminal = await openShell(machine, "--on", "docker");
    const holder = holderOf(machine, "shell");
    const cgroup = cgroupName(holder, identify(holder).start);
    process.kill(terminal.pid, "SIGKILL");
    while (machine.left().length > 0 || machine.mark.processes().length > 0) await Bun.sleep(5);
    expect(hierarchies().filter((hierarchy) => existsSync(join(hierarchy, cgroup)))).toEqual([]);
    await expectNothingLeft(machine, holder, before);
  });

  test("SIGTERM ends it with all that runs in it", async () => {
    await using machine = await LabMachine.open(ROOT);
    const before = takeSnapshot();
    using terminal = await openShell(machine, "--on", "docker");
    const holder = holderOf(machine, "shell");
    terminal.type("docker run --rm -i -t base /bin/bash\r");
    await terminal.until("root@");
    process.kill(terminal.pid, "SIGTERM");
    expect(await terminal.exited).toBe(143);
    await expectNothingLeft(machine, holder, before);
  });

  test("who is not root is told what to type", async () => {
    const nobody = users.find(({ name }) => name === "nobody");
    if (nobody === undefined) throw new Error("Cannot be somebody else: these tests are root's");
    await using machine = await LabMachine.open(nobody);
    const { status, stderr } = await machine.wirework("shell", "--on", "docker");
    expect(status).toBe(2);
    expect(stderr).toMatch(/try: sudo \S+\/scripts\/wirework shell --on docker\n$/);
  });
});
