/**
 * `kill -9` at lines of every recipe that runs on this machine itself: all of it is taken back.
 */
import { expect, test } from "bun:test";

import { IS_FULL } from "../support/full.ts";
import { DisposableMachine } from "../support/disposable-machine.ts";
import type { MachineKill } from "../support/kill-on-machine.ts";
import { describeOnDocker } from "../support/on-docker.ts";
import { readableProject } from "../support/project.ts";
import { LONGEST_FIRST, THOROUGH, waysAt } from "../support/thorough.ts";
import { Turns } from "../support/at-a-time.ts";

/** By whom is killed, at each moment of a line */
const KILLS = (["runner", "outer"] as const).map((victim) =>
  (["intended", "done", "written"] as const).map((moment) => ({ victim, moment })),
);

/** Who is killed at a line, and at which moments of it */
type KillsAt = (line: number) => readonly (typeof KILLS)[number][];

/**
 * What is tried of a recipe by one test. Of those that are tried at every line, at each moment of it, the victims take turns from
 * line to line, and each is a test by itself: one that restarts Docker at many lines would take half an hour otherwise.
 */
const PARTS = LONGEST_FIRST.flatMap((recipe): readonly { recipe: string; killed: string; killsAt: KillsAt }[] =>
  THOROUGH.includes(recipe)
    ? KILLS.map((kills, turn) => ({
        recipe,
        killed: `the ${kills[0]?.victim}`,
        killsAt: (line) => (line % KILLS.length === turn ? [kills] : []),
      }))
    : [{ recipe, killed: "one or the other", killsAt: waysAt(recipe, KILLS) }],
);

/** Each has a machine with an engine of its own */
const turns = new Turns(4);

const HOUR = 3_600_000;

/** The recipe itself, on the machine, in a file that says where it is killed; its path */
async function killedRecipe(machine: DisposableMachine, recipe: string, kill: MachineKill): Promise<string> {
  const project = readableProject();
  const file = `/root/${recipe}.ts`;
  await machine.shell(`cat >${file} <<'END'
import { killAt } from "${project}/test/support/kill-on-machine.ts";
export { default } from "${project}/recipes/${recipe}.ts";
killAt(${JSON.stringify(kill)});
END`);
  return file;
}

/** Runs it until it is killed, and has taken back what nobody did; what is wrong then, or that it came to its end */
async function problemsOf(
  machine: DisposableMachine,
  recipe: string,
  kill: MachineKill,
): Promise<readonly string[] | "came to its end"> {
  const before = await machine.state();
  const run = await machine.wirework(
    "run",
    await killedRecipe(machine, recipe, kill),
    "--on",
    "host",
    "--yes",
    "--quiet",
  );
  if (run.status === 0) return "came to its end";
  const problems: string[] = [];
  if (kill.victim === "runner") {
    if (run.status !== 1 || run.stderr !== "wirework: The runner was killed (SIGKILL)\n")
      problems.push(`ended with ${run.status}: ${run.stderr}`);
  } else {
    // Whoever was killed gives its lock back a moment later
    let gc = await machine.wirework("gc");
    for (let tries = 0; tries < 20 && gc.stdout.startsWith("nothing"); tries += 1) gc = await machine.wirework("gc");
    const { status, stdout, stderr } = gc;
    if (status !== 0 || !stdout.startsWith(`removed ${recipe}: `)) problems.push(`gc: ${status}: ${stdout}${stderr}`);
  }
  const after = await machine.state();
  problems.push(...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`));
  problems.push(...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`));
  return problems.map((problem) => `${JSON.stringify(kill)}: ${problem}`);
}

if (IS_FULL) {
  describeOnDocker("on this machine, killed at its lines", () => {
    test.concurrent.each(PARTS)(
      "$recipe is taken back, when $killed is killed",
      ({ recipe, killsAt }) => turns.take(() => testRecipe(recipe, killsAt)),
      HOUR,
    );
  });

  async function testRecipe(recipe: string, killsAt: KillsAt): Promise<void> {
    await using machine = await DisposableMachine.open();
    for (let line = 1, tried = 0; ; line += 1) {
      const victims = killsAt(line);
      const found: (readonly string[] | "came to its end")[] = [];
      for (const kill of victims.flat()) found.push(await problemsOf(machine, recipe, { ...kill, line }));
      const ended = found.filter((problems) => problems === "came to its end");
      if (found.length > 0 && ended.length === found.length) {
        expect(tried).toBeGreaterThan(0);
        break;
      }
      tried += found.length;
      // A terminal is done when it shows its prompt, which is the end of its line
      expect([0, victims.length]).toContain(ended.length);
      expect(found.filter((problems) => problems !== "came to its end").flat()).toEqual([]);
    }
  }
} else {
  describeOnDocker("on this machine, killed in the middle", () => {
    test("point-to-point is taken back", async () => {
      await using machine = await DisposableMachine.open();
      for (const kill of KILLS.flat())
        expect(await problemsOf(machine, "point-to-point", { ...kill, line: 12 })).toEqual([]);
    });
  });
}
