/**
 * A fresh host of `wirework shell` whose lines come from a file or a pipe.
 */
import { describe, expect, test } from "bun:test";

import { LabMachine } from "../../support/machine/lab-machine.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { everyUser } from "../../support/machine/users.ts";
import { BARE } from "../../support/wirework.ts";
import { endOf, openShell, readingFile } from "../../support/terminal/fresh-shell.ts";
import { naming } from "../../support/naming.ts";

describe.each(everyUser)("as $name", (user) => {
  test("without a terminal it reads lines, mends them, and ends with the last one's status", async () => {
    await using machine = await LabMachine.open(user);
    const lines = ["$\u00a0ip\u00a0a\u00a0show\u00a0docker0 | grep -c 172.17.42.1", "ip r | wc -l", "$ exit 6", ""];
    expect(await machine.reading(lines.join("\r\n"), "shell")).toEqual({
      status: 6,
      stdout: "1\n1\n",
      stderr: expect.stringMatching(
        /^wirework: line 1: .*\b4 .*\$.*\nwirework: line 2: .*\nwirework: line 3: .*\$.*\n$/,
      ),
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
      stderr: naming("line 1", "container", "comment", "line 2", "container", "comment", "line 3", "container"),
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
});
