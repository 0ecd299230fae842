/**
 * Runs recipes one after another, for what their checks come to.
 *
 * @module
 */
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import type { CheckReport, RunReport } from "../../recipe/run/report.ts";
import { explanationLines } from "../errors/explain.ts";
import { exitStatusOf } from "../errors/exit-status.ts";
import { complain } from "../terminal/output.ts";
import { WIREWORK } from "../self.ts";
import type { Stopped } from "../run/signals.ts";

/** What became of a recipe: all its checks may hold, and the run fail afterwards, or leave something behind */
export interface RecipeRun {
  readonly ok: boolean;
  readonly checks: readonly CheckReport[];
}

/** The same by the recipe's name */
export type Made = ReadonlyMap<string, RecipeRun>;

/** Runs them, saying on the way how each has ended; or the exit status, when somebody stopped it */
export async function runAll(
  recipes: readonly LoadedRecipe[],
  on: ThrowAwayKind,
  stopped: Stopped,
): Promise<Made | number> {
  const made = new Map<string, RecipeRun>();
  for (const { name, reference } of recipes) {
    const report = await runOne(reference, on, stopped);
    if (stopped.by !== null) return exitStatusOf(stopped.by);
    const { checks = [], ms = 0, ok = false, error } = report;
    const held = checks.filter((check) => check.ok).length;
    complain(`${name}: ${ok ? "done" : "failed"}, ${held} checks hold, ${(ms / 1000).toFixed(1)} s`);
    if (error !== undefined) for (const line of explanationLines(error)) complain(line);
    made.set(name, { ok, checks });
  }
  return made;
}

/** A run's document; of one that could not begin, only the error */
async function runOne(reference: string, on: ThrowAwayKind, stopped: Stopped): Promise<Partial<RunReport>> {
  const running = Bun.spawn([...WIREWORK, "run", reference, "--json", `--on=${on}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Ctrl-C is for it as well; `kill` only for us. It undoes all before it ends
  void stopped.signal.then((signal) => running.kill(signal));
  const document = await running.stdout.text();
  await running.exited;
  if (stopped.by !== null) return {};
  if (running.signalCode !== null) throw new Error(`The run of ${reference} was killed (${running.signalCode})`);
  return JSON.parse(document) as Partial<RunReport>; // our own, of schema 1
}
