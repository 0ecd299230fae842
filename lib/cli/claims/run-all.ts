/**
 * Runs recipes one after another, for what their checks come to.
 *
 * @module
 */
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import type { CheckReport, RunReport } from "../../recipe/report.ts";
import { explanationLines } from "../explain.ts";
import { exitStatusOf } from "../exit-status.ts";
import { complain } from "../output.ts";
import { WIREWORK } from "../self.ts";
import { awaitStop, type Stopped } from "../signals.ts";

/** What a recipe's checks came to, by its name */
export type Made = ReadonlyMap<string, readonly CheckReport[]>;

/** Runs them, saying on the way how each has ended; or the exit status, when somebody stopped it */
export async function runAll(recipes: readonly LoadedRecipe[], on: ThrowAwayKind): Promise<Made | number> {
  const stopped = awaitStop();
  const made = new Map<string, readonly CheckReport[]>();
  for (const { name } of recipes) {
    const report = await runOne(name, on, stopped);
    if (stopped.by !== null) return exitStatusOf(stopped.by);
    const { checks = [], ms = 0, ok = false, error } = report;
    const held = checks.filter((check) => check.ok).length;
    complain(`${name}: ${ok ? "done" : "failed"}, ${held} checks hold, ${(ms / 1000).toFixed(1)} s`);
    if (error !== undefined) for (const line of explanationLines(error)) complain(line);
    made.set(name, checks);
  }
  return made;
}

/** A run's document; of one that could not begin, only the error */
async function runOne(name: string, on: ThrowAwayKind, stopped: Stopped): Promise<Partial<RunReport>> {
  const running = Bun.spawn([...WIREWORK, "run", name, "--json", `--on=${on}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Ctrl-C is for it as well; `kill` only for us. It undoes all before it ends
  void stopped.signal.then((signal) => running.kill(signal));
  const document = await running.stdout.text();
  await running.exited;
  if (stopped.by !== null) return {};
  if (running.signalCode !== null) throw new Error(`The run of ${name} was killed (${running.signalCode})`);
  return JSON.parse(document) as Partial<RunReport>; // our own, of schema 1
}
