/**
 * Runs a recipe on a host that is open.
 *
 * @module
 */
import type { Failures } from "../../shell/failure/failures.ts";
import type { Performer } from "../../shell/template/line.ts";
import type { Pace } from "../../shell/pace.ts";
import type { Undoing } from "../../shell/undoing.ts";
import { checksOf } from "../checks/check.ts";
import { InFlight } from "./in-flight.ts";
import { type Observer, tellAll } from "./observer.ts";
import { CheckFailed } from "../checks/prover.ts";
import type { Recipe, Tools } from "../recipe.ts";
import { openRecipeShell } from "../terminal/recipe-shell.ts";
import { type NamedWord, Recorder } from "../recorder.ts";
import type { CheckReport, StepReport } from "./report.ts";
import type { Session } from "../terminal/session.ts";
import { stepOf } from "../step.ts";
import { catchingUnhandled } from "./unhandled.ts";

/** What a recipe did, and why it stopped; `null` when it came to its end */
export interface RunResult {
  readonly steps: readonly StepReport[];
  readonly checks: readonly CheckReport[];
  /** What commands printed, and what the recipe calls it */
  readonly names: readonly NamedWord[];
  /** Terminals that were opened, and that nobody has left yet */
  readonly terminals: readonly Session[];
  readonly failure: unknown;
  readonly ms: number;
}

/** Where a recipe runs */
export interface Surroundings {
  readonly performer: Performer;
  readonly undoing: Undoing;
  readonly observer: Observer;
  readonly pace: Pace;
  readonly failures: Failures;
}

/** Runs a recipe's steps and checks, and tells the observer of each; never throws what the recipe throws */
export async function runRecipe(
  recipe: Recipe,
  values: Readonly<Record<string, unknown>>,
  { performer, observer, undoing, pace, failures }: Surroundings,
): Promise<RunResult> {
  const began = performance.now();
  const recorder = new Recorder();
  const everyone = tellAll([recorder, observer]);
  const sessions: Session[] = [];
  const { tools, assertAllAwaited } = toolsOf(
    recipe,
    { performer, observer: everyone, undoing, pace, failures },
    sessions,
  );
  let failure: unknown = null;
  try {
    await catchingUnhandled(() => recipe.run(tools, values));
    assertAllAwaited();
    assertAllHold(recorder.checks);
  } catch (error) {
    failure = error;
  }
  everyone.ended();
  return {
    steps: recorder.steps,
    checks: recorder.checks,
    names: recorder.names,
    terminals: sessions.filter(({ exitCode }) => exitCode === null),
    failure,
    ms: performance.now() - began,
  };
}

/** What a recipe is given, and how to see that it awaited all that it did with it */
function toolsOf(
  { permissions }: Recipe,
  { performer, observer, undoing, pace, failures }: Surroundings,
  sessions: Session[],
): { readonly tools: Tools; assertAllAwaited(): void } {
  const inFlight = new InFlight();
  const watched: Performer = {
    knows: performer.knows,
    unknowns: performer.unknowns,
    perform: (line) => inFlight.track(line.text, performer.perform(line)),
    run: (argv, streams) => performer.run(argv, streams),
    explain: (words, command) => performer.explain(words, command),
  };
  const allowed = permissions.run;
  const stations = { allowed, announcer: observer, performer: watched, undoing, pace, failures, inFlight, sessions };
  const shell = openRecipeShell(stations);
  const context = { performer: watched, allowed, observer, inFlight, failures };
  return {
    tools: {
      $: shell.$,
      step: stepOf((comment, said) => observer.step(comment, said)),
      check: (claim, name = "") => checksOf(context, claim, name),
    },
    assertAllAwaited: () => {
      shell.assertAllAwaited();
      inFlight.assertNone();
    },
  };
}

/** A recipe may catch what a check throws: a run in which it did not hold has failed all the same */
function assertAllHold(checks: readonly CheckReport[]): void {
  const failed = checks.find(({ ok }) => !ok);
  if (failed !== undefined)
    throw new CheckFailed(failed.claim, failed.name || failed.ran, failed.expected, failed.seen);
}
