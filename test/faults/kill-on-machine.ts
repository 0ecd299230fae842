/**
 * A run on a machine itself that is killed, and undone; what is wrong then.
 */
import type { DisposableMachine } from "../support/machine/disposable-machine.ts";
import type { MachineKill } from "../support/machine/kill-on-machine.ts";
import { readableProject } from "../support/project.ts";

/** Runs a recipe until it is killed, and has undone what nobody did; what is wrong then, or that it came to its end */
export async function problemsOfKill(
  machine: DisposableMachine,
  recipe: string,
  kill: MachineKill,
): Promise<readonly string[] | "came to its end"> {
  const before = await machine.state();
  const file = await killedRecipe(machine, recipe, kill);
  const run = await machine.wirework("run", file, "--on", "host", "--yes", "--quiet");
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

/** The recipe itself, on the machine, in a file that says where it is killed; its path */
async function killedRecipe(machine: DisposableMachine, recipe: string, kill: MachineKill): Promise<string> {
  const project = readableProject();
  const file = `/root/${recipe}.ts`;
  await machine.shell(`cat >${file} <<'END'
import { killAt } from "${project}/test/support/machine/kill-on-machine.ts";
export { default } from "${project}/recipes/${recipe}.ts";
killAt(${JSON.stringify(kill)});
END`);
  return file;
}
