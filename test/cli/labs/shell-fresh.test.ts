/**
 * `wirework shell` without a lab: a fresh host, for as long as its first shell.
 */
import { describe, expect, test } from "bun:test";

import { LabMachine } from "../../support/machine/lab-machine.ts";
import { endlessRecipe, webRecipe } from "../../support/machine/lab-recipes.ts";
import { OnTerminal } from "../../support/terminal/on-terminal.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { allUsers, everyUser } from "../../support/machine/users.ts";
import { BARE } from "../../support/wirework.ts";
import { without } from "../../hosts/changed-programs.ts";
import { IS_ROOT, NOBODY, runOnMachine } from "../../hosts/machine.ts";
import { expectNothingLeft, holderOf, openShell } from "../../support/terminal/fresh-shell.ts";
import { waitsFor } from "../../support/messages.ts";
import { naming } from "../../support/naming.ts";

const ENDLESS_RECIPE = endlessRecipe();
const WEB_RECIPE = webRecipe();

describe.each(everyUser)("as $name", (user) => {
  test("it says where one is, what to type first, how to join, and how to check; it ends with its own status, and leaves nothing", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    const argv = machine.line("shell");
    using terminal = new OnTerminal(argv, { environment: { ...BARE, ...machine.environment } });
    const lines = (await terminal.until("shell:/# ")).replaceAll("\r", "").split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "wirework: a fresh sandbox for the article's lines; exit removes it and everything in it",
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
    await waiting.until(`${waitsFor("shell")}\r\n`);
    process.kill(waiting.pid, "SIGTERM");
    expect(await waiting.exited).toBe(143);
    up.kill("SIGTERM");
    expect(await up.exited).toBe(143);
    other.type("exit\r");
    expect(await other.exited).toBe(0);
    expect(machine.left()).toEqual([]);
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
    // It has a screen of its own, and shows what it reads; the line itself does not say that it is ready
    terminal.type(
      "printf '\\033[?1049h'; stty raw; echo rea''dy; head -c 13 | od -An -c; stty sane; printf '\\033[?1049l'\r",
    );
    await terminal.until("ready");
    terminal.type("\x1b[200~$ \u00a0\x1b[201~");
    await terminal.until("033   [   2   0   0   ~   $     302 240 033   [   2");
  });
});

describe.each(allUsers.slice(-1))("what is asked for wrongly is refused with 2", (user) => {
  test.each([
    [["--on", "host"], "Cannot open a fresh host on this machine itself"],
    [["--on", "mars"], 'Cannot run on "mars"'],
    [["--name", "../x"], '--name: Cannot use "../x" as a lab\'s name'],
    [["--load", "x.tar"], "Cannot load an image on the sandbox: its only image is base"],
    [["lab", "--on", "docker"], "Cannot use --on with the lab lab: it already exists"],
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
      stderr: naming(
        "wirework: ",
        "ifconfig",
        "route",
        "net-tools",
        "try: sudo apt-get install --yes net-tools\n",
        "wirework: ",
      ),
    });
  });
}
