/**
 * `wirework run --step` on a terminal: however it ends, nothing is left, and the terminal is as it was.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { emptyFolder, recipeFile } from "../../support/recipe-file.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { END, INTERRUPT, SteppedRun } from "../../support/terminal/stepping.ts";
import { users } from "../../support/machine/users.ts";
import { failedCommand, gone, NOTHING_CHANGED } from "../../support/messages.ts";

const BRIDGE = recipeFile(`
step("A bridge");
await $\`sudo ip link add name br7 type bridge\`;
await $\`sudo ip link set br7 up\`;
await check(1, "it is there").shows($\`ip -brief link\`, "br7");
`);

const FAILING = recipeFile("await $`sudo ip link set nosuch up`;");

const WAITING = recipeFile("await $`sleep 600`;", ["sleep"]);

const GONE = gone("sandbox");

/** To the process that has the terminal */
function signal(run: SteppedRun, name: NodeJS.Signals): void {
  const outer = run.mark.processes().find(({ command }) => /\/lib\/cli\/main\.ts run /.test(command));
  kill(outer, name);
}

/** 0 would be this process' own group */
function kill(found: { readonly pid: number } | undefined, name: NodeJS.Signals): void {
  if (found === undefined) throw new Error("There is no such process to kill");
  process.kill(found.pid, name);
}

/** At the second line: what the first did is there to be undone */
async function begun(user: (typeof users)[number], wrapped: readonly string[] = []): Promise<SteppedRun> {
  const run = new SteppedRun(user, ["run", BRIDGE, "--step"], { wrapped });
  await run.asked();
  await run.press("\r");
  return run;
}

describe.each(users)("as $name", (user) => {
  test.each([
    { how: "q", key: "q", status: 0, said: GONE },
    { how: "Ctrl-D", key: END, status: 0, said: GONE },
    { how: "Ctrl-C", key: INTERRUPT, status: 130, said: "" },
    { how: "r", key: "r", status: 0, said: GONE },
  ])("after $how nothing is left, and the exit status is $status", async ({ key, status, said }) => {
    const before = takeSnapshot();
    using run = await begun(user);
    expect(run.mark.processes()).not.toEqual([]);
    const last = await run.last(key);
    expect(last.status).toBe(status);
    expect(last.shown).toEndWith(said);
    expect(run.mark.processes()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("a terminal that is closed leaves nothing, not even from within the shell", async () => {
    const before = takeSnapshot();
    for (const place of ["at a line", "in the shell"]) {
      using run = await begun(user);
      if (place === "in the shell") {
        run.terminal.type("s");
        await run.terminal.until("my-link:/# ");
      }
      run.terminal.close();
      expect(await run.terminal.exited).toBe(129);
      expect(run.mark.processes()).toEqual([]);
    }
    expect(takeSnapshot()).toEqual(before);
  });

  test("Ctrl-C and a signal end it also while a line runs", async () => {
    for (const { stop, status } of [
      { stop: (run: SteppedRun) => run.terminal.type(INTERRUPT), status: 130 },
      { stop: (run: SteppedRun) => signal(run, "SIGTERM"), status: 143 },
    ]) {
      using run = new SteppedRun(user, ["run", WAITING, "--step"]);
      await run.asked();
      run.terminal.type("\r");
      // The question is taken away
      await run.terminal.until("\u001b[K");
      stop(run);
      expect(await run.terminal.exited).toBe(status);
      expect(run.mark.processes()).toEqual([]);
    }
  });

  test("a process outside that is killed leaves nothing either", async () => {
    using run = await begun(user);
    signal(run, "SIGKILL");
    expect(await run.terminal.exited).toBe(137);
    expect(await run.mark.goneWithin(1000)).toBe(true);
  });

  test("a runner that is killed takes its host along, and the question goes", async () => {
    using run = await begun(user);
    const isRunner = ({ command }: { readonly command: string }) =>
      /^\S*bun\S* .*\/inside\.ts(?:\.js)?(?: |$)/.test(command);
    const runner = run.mark.processes().find(isRunner);
    kill(runner, "SIGKILL");
    expect(await run.terminal.exited).toBe(1);
    expect(run.terminal.shown).toContain("is gone");
    expect(run.mark.processes()).toEqual([]);
  });

  test.each(["q", INTERRUPT, "r"])("the terminal is as it was after %j", async (key) => {
    const folder = emptyFolder();
    Bun.spawnSync(["chmod", "777", folder]);
    const script = `stty -a >${folder}/before; "$@"; status=$?; stty -a >${folder}/after; exit $status`;
    // The shell is to see the end too
    const wrapped = ["sh", "-c", `trap : INT; ${script}`, "sh"];
    using run = await begun(user, wrapped);
    await run.last(key);
    const settings = (name: string) => readFileSync(join(folder, name), "utf8");
    expect(settings("after")).toBe(settings("before"));
    expect(settings("after")).toContain(" echo ");
  });

  test("a line that fails ends the run with 1, as without --step", async () => {
    using run = new SteppedRun(user, ["run", FAILING, "--step"]);
    await run.asked();
    const { status, shown } = await run.last("\r");
    expect(shown).toContain(`    ${NOTHING_CHANGED}\n✗ `);
    expect(shown).toContain(`wirework: ${failedCommand("sudo ip link set nosuch up", 1)}: Cannot find device`);
    expect(status).toBe(1);
  });

  test("a terminal that can't erase keeps the question, and is sent nothing that it would show", async () => {
    using run = await begun(user, ["env", "TERM=dumb"]);
    const { status, shown } = await run.last("q");
    expect(shown).toBe(`, ? shows the keys\n${GONE}`);
    expect(run.terminal.shown).not.toContain("\u001b");
    expect(status).toBe(0);
  });

  test("in a window of any size the question stays on one line, and goes without a trace", async () => {
    using run = await begun(user);
    run.terminal.resize(24, 6);
    run.terminal.type("?");
    // As much as 23 columns hold, and the cursor
    await run.terminal.until("these keys");
    await run.terminal.until("\n    Enter runs it, ? sh");
    run.terminal.type("\r");
    expect(await run.terminal.until("\n")).toBe("\r\u001b[K    ~ [host] br7: +UP +LOWER_UP, state DOWN -> UNKNOWN\r\n");
    expect(await run.terminal.exited).toBe(0);
  });
});
