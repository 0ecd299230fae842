/**
 * Commands and shells in a lab.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { LabMachine } from "../../support/machine/lab-machine.ts";
import { webRecipe } from "../../support/machine/lab-recipes.ts";
import { OnTerminal } from "../../support/terminal/on-terminal.ts";
import { allUsers, everyUser } from "../../support/machine/users.ts";
import { BARE } from "../../support/wirework.ts";
import { naming } from "../../support/naming.ts";
import { errorOf } from "../../support/error-of.ts";

const WEB_RECIPE = webRecipe();

describe.each(everyUser)("as $name, in a lab", (user) => {
  let machine: LabMachine;
  beforeAll(async () => {
    machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  /** A command of wirework's on a terminal */
  const onTerminal = (...args: readonly string[]) =>
    new OnTerminal(machine.line(...args), { environment: { ...BARE, ...machine.environment } });

  /** How many processes of that command line the lab has */
  const countOf = async (command: string) =>
    Number((await machine.wirework("exec", "lab", "pgrep", "-fxc", command)).stdout);

  test.each([
    ["its own", ["sh", "-c", "exit 7"], 7],
    ["a failure's", ["false"], 1],
    ["that of a signal", ["sh", "-c", "kill -9 $$"], 137],
  ])("a command ends with its exit status: %s", async (_, command, status) => {
    expect((await machine.wirework("exec", "lab", ...command)).status).toBe(status);
    expect((await machine.wirework("exec", "lab:web", ...command)).status).toBe(status);
  });

  test("a command that is not there ends with 127, and one that is no program with 126; Docker has 126 for both", async () => {
    const missing = await machine.wirework("exec", "lab", "no-such-command");
    expect(missing).toEqual({ status: 127, stdout: "", stderr: "wirework: 1: exec: no-such-command: not found\n" });
    expect((await machine.wirework("exec", "lab", "/etc/passwd")).status).toBe(126);
    expect((await machine.wirework("exec", "lab:web", "no-such-command")).status).toBe(126);
  });

  test("its words stay as they are, options and -- too", async () => {
    const words = ["printf", "%s|", "a b", "$HOME", "*", "", "--json", "--help", "--"];
    expect(await machine.printed("exec", "lab", ...words)).toBe("a b|$HOME|*||--json|--help|--|");
    expect(await machine.printed("exec", "lab", "--", ...words)).toBe("a b|$HOME|*||--json|--help|--|");
    expect(await machine.printed("exec", "--", "lab:web", ...words)).toBe("a b|$HOME|*||--json|--help|--|");
  });

  test("what is piped in is read by it, to the byte", async () => {
    const bytes = "line\n\u0000\u0004\u001b[31m" + "x".repeat(200_000);
    for (const where of ["lab", "lab:web"]) {
      const { status, stdout } = await machine.reading(bytes, "exec", where, "cat");
      expect({ status, isSame: stdout === bytes }).toEqual({ status: 0, isSame: true });
    }
  });

  test("its output and its errors stay apart", async () => {
    for (const where of ["lab", "lab:web"]) {
      const ended = await machine.wirework("exec", where, "sh", "-c", "echo out; echo err >&2");
      expect(ended).toEqual({ status: 0, stdout: "out\n", stderr: "err\n" });
    }
  });

  test.each(["web", "server", "63f36fc01b5f"])("a container goes by the name %s", async (name) => {
    const hostname = (await machine.printed("exec", `lab:${name}`, "hostname")).trim();
    const id = await machine.printed("exec", "lab", "docker", "ps", "--quiet", "--no-trunc");
    expect(id).toContain(hostname);
    expect(await machine.printed("exec", `lab:${hostname}`, "hostname")).toBe(`${hostname}\n`);
    expect(await machine.printed("exec", `lab:${hostname.slice(0, 6)}`, "hostname")).toBe(`${hostname}\n`);
  });

  test("a container that is not there is named, with those that are", async () => {
    const { status, stdout, stderr } = await machine.wirework("exec", "lab:nosuch", "true");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^wirework: Cannot find the container "nosuch": the lab "lab" has no container with that name or id\n/,
    );
    expect(stderr).toMatch(/web \(server, [\da-f]{12}\)/);
  });

  test("a container that does not run is named, with the line that starts it", async () => {
    await machine.printed("exec", "lab", "docker", "run", "--name", "ended", "base", "true");
    const { status, stderr } = await machine.wirework("exec", "lab:ended", "true");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: [
        'wirework: Cannot run in the container "ended" of the lab "lab": it is not running',
        "  try: wirework exec lab docker start ended\n",
      ].join("\n"),
    });
  });

  test("with --json the output is in one document", async () => {
    const line = ["exec", "--json", "lab:web", "sh", "-c", "cat; echo err >&2; exit 3"];
    const { status, stdout, stderr } = await machine.reading("typed", ...line);
    expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      lab: "lab",
      container: "web",
      argv: ["sh", "-c", "cat; echo err >&2; exit 3"],
      exit: 3,
      stdout: "typed",
      stderr: "err\n",
    });
    const failed = await machine.wirework("exec", "--json", "nosuch", "true");
    expect(JSON.parse(failed.stdout)).toMatchObject({ schema: 1, exit: 2, error: { message: expect.any(String) } });
  });

  test.each([
    ["SIGTERM", "TERM"],
    ["SIGINT", "INT"],
    ["SIGHUP", "HUP"],
  ] as const)("%s is the command's, which ends as it likes", async (signal, trap) => {
    const script = `trap 'echo bye; exit 3' ${trap}; echo ready; while :; do sleep 0.05; done`;
    const running = machine.start("exec", "lab", "sh", "-c", script);
    const reader = running.stdout.getReader();
    const next = async () => Buffer.from((await reader.read()).value ?? new Uint8Array()).toString();
    expect(await next()).toBe("ready\n");
    running.kill(signal);
    expect(await next()).toBe("bye\n");
    expect(await running.exited).toBe(3);
  });

  test("a signal is the command's as soon as this has begun, however busy the machine is", async () => {
    const script = "trap 'exit 3' HUP; echo ready; while :; do sleep 0.05; done";
    const ended = Array.from({ length: 16 }, async () => {
      const running = machine.start("exec", "lab", "sh", "-c", script);
      await running.stdout.getReader().read();
      running.kill("SIGHUP");
      return running.exited;
    });
    expect(await Promise.all(ended)).toEqual(ended.map(() => 3));
  });

  test("a shell reads commands, and ends with the last one's status", async () => {
    for (const where of ["lab", "lab:web"]) {
      const ended = await machine.reading("echo $((40 + 2))\nexit 5\n", "shell", where);
      expect(ended).toEqual({ status: 5, stdout: "42\n", stderr: "" });
    }
  });

  test("a shell's programs are the lab's: the article's lines work as typed", async () => {
    const lines = "sudo brctl show docker0 | tail -n +2 | wc -l\nsudo docker ps -q | wc -l\n";
    const { stdout } = await machine.reading(lines, "shell", "lab");
    expect(stdout).toBe("1\n2\n");
  });

  describe("on a terminal", () => {
    test("a shell has a prompt that names the lab, jobs, Ctrl-C, and the window's size", async () => {
      using terminal = onTerminal("shell", "lab");
      await terminal.until("lab:/# ");
      terminal.type("test -t 0 && test -t 1 && echo a terminal; stty size\n");
      await terminal.until("a terminal\r");
      await terminal.until("30 100");
      terminal.resize(120, 40);
      terminal.type("until [ \"$(stty size)\" = '40 120' ]; do :; done; echo resi''zed; sleep 5431\n");
      await terminal.until("resized");
      // A shell between fork and exec would keep the signal to itself
      while ((await countOf("sleep 5431")) !== 1) await Bun.sleep(5);
      terminal.type("\u0003");
      await terminal.until("lab:/# ");
      terminal.type('echo "status $?"; sleep 600 & jobs\n');
      await terminal.until("status 130");
      await terminal.until("Running");
      await terminal.until("lab:/# ");
      // Not kept waiting by the job
      terminal.type("exit 5\n");
      expect(await terminal.exited).toBe(5);
    });

    test("a container's shell has the container's own prompt", async () => {
      using terminal = onTerminal("shell", "lab:63f36fc01b5f");
      await terminal.until(":/# ");
      terminal.type('stty size; echo "$((40 + 2))"; exit 6\n');
      await terminal.until("30 100");
      await terminal.until("42");
      expect(await terminal.exited).toBe(6);
    });

    test("a command has one as well, and it is its own: nothing can be typed into ours", async () => {
      using terminal = onTerminal(
        "exec",
        "lab",
        "sh",
        "-c",
        "test -t 0 && test -t 1 && test -t 2 && echo yes; kill -9 $$",
      );
      await terminal.until("yes");
      expect(await terminal.exited).toBe(137);
    });

    test("with its output elsewhere it has none, and Ctrl-C ends it all the same", async () => {
      const line = machine.line("exec", "lab", "sh", "-c", "test -t 1 || echo no terminal >&2; exec sleep 5432");
      const argv = ["sh", "-c", '"$@" | cat', "sh", ...line];
      using terminal = new OnTerminal(argv, { environment: { ...BARE, ...machine.environment } });
      await terminal.until("no terminal");
      while ((await countOf("sleep 5432")) !== 1) await Bun.sleep(5);
      terminal.type("\u0003");
      await terminal.exited;
      while ((await countOf("sleep 5432")) !== 0) await Bun.sleep(5);
    });

    test("one that is closed ends the shell in the lab", async () => {
      using terminal = onTerminal("shell", "lab");
      await terminal.until("lab:/# ");
      terminal.type("exec sleep 4321\n");
      while ((await countOf("sleep 4321")) !== 1) await Bun.sleep(5);
      terminal.close();
      expect(await terminal.exited).toBe(129);
      while ((await countOf("sleep 4321")) !== 0) await Bun.sleep(5);
    });
  });
});

describe.each(allUsers.slice(-1))("what is asked for wrongly is refused with 2", (user) => {
  test.each([
    ["exec", [], "usage", ["Cannot run a command without a lab's name"]],
    ["exec", ["lab"], "usage", ["Cannot run a command in lab: none was given"]],
    ["exec", ["nosuch", "true"], "lab", ['Cannot find the lab "nosuch": no lab exists']],
    ["exec", ["../x", "true"], "bad-value", ['"../x" as a lab\'s name']],
    ["exec", ["lab:", "true"], "bad-value", ['"" as a container\'s name or id']],
    ["exec", ["lab:--help", "true"], "bad-value", ['"--help"']],
    ["exec", ["lab:a b", "true"], "bad-value", ['"a b"']],
    ["exec", ["lab:\u001b[31m", "true"], "bad-value", ['"\\u001b[31m"']],
    ["down", [], "usage", ["Cannot remove a lab without its name"]],
    ["down", ["../x"], "bad-value", ['"../x"']],
    ["down", ["nosuch"], "lab", ['"nosuch"']],
    ["down", ["--all", "lab"], "usage", ['"lab"', "--all"]],
    ["up", ["point-to-point", "--name", "../x"], "usage", ["--name", '"../x"']],
    ["up", ["point-to-point", "--name=-x"], "usage", ["--name", '"-x"']],
    ["up", ["point-to-point", "--name", "x".repeat(64)], "usage", ["--name", "64", "63"]],
    ["up", ["point-to-point", "--name", "a\u001b[31m"], "usage", ["--name", '"a\\u001b[31m"']],
    ["up", [], "usage", ["bring up a recipe"]],
    ["show", ["nosuch"], "recipe", ['"nosuch"']],
  ] as const)("%s %j", async (command, args, kind, values) => {
    await using machine = await LabMachine.open(user);
    const ended = await machine.wirework(command, "--json", ...args);
    expect(ended.status).toBe(2);
    expect(errorOf(ended)).toMatchObject({ kind, message: naming(...values) });
    expect(machine.left()).toEqual([]);
  });

  test("a shell in a lab that there is not", async () => {
    await using machine = await LabMachine.open(user);
    const { status, stdout, stderr } = await machine.wirework("shell", "nosuch");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^wirework: .*"nosuch"/);
  });
});
