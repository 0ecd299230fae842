/**
 * How a fresh host of `wirework shell` ends: whatever ends its first shell, nothing is left.
 */
import { describe, expect, test } from "bun:test";

import { PastingTerminal } from "../../support/article-reader.ts";
import { LabMachine } from "../../support/machine/lab-machine.ts";
import { webRecipe } from "../../support/machine/lab-recipes.ts";
import { OnTerminal } from "../../support/terminal/on-terminal.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { everyUser } from "../../support/machine/users.ts";
import { BARE } from "../../support/wirework.ts";
import {
  expectNothingLeft,
  hasHolder,
  holderOf,
  isOuter,
  openShell,
  untilEnded,
} from "../../support/terminal/fresh-shell.ts";

const TAKEN_DOWN = "wirework: the lab shell was removed\r\n";

const WEB_RECIPE = webRecipe();

describe.each(everyUser)("as $name", (user) => {
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

describe.each(everyUser)("as $name", (user) => {
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
    await other.until(TAKEN_DOWN);
    expect(await other.exited).toBe(137);
    await expectNothingLeft(machine, holder, before);
  });

  test("somebody else takes it down: the shell says so, and nothing is left", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    using terminal = await openShell(machine);
    const holder = holderOf(machine, "shell");
    expect(await machine.down("shell")).toEqual([{ name: "shell", was: "up" }]);
    await terminal.until(TAKEN_DOWN);
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
    expect(await machine.labs()).toMatchObject([{ name: "shell", state: "gone" }]);
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
});
