/**
 * Runs a recipe on an open host.
 *
 * @module
 */
import type { Failures } from "../../shell/failure/failures.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import type { Pace } from "../../shell/pace.ts";
import type { Undoing } from "../../shell/undoing.ts";
import { checksOf } from "../checks/recipe-checks.ts";
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

/** The result of a recipe: its error, or `null` when it ran to its end */
export interface RunResult {
  readonly steps: readonly StepReport[];
  readonly checks: readonly CheckReport[];
  /** Values that commands printed, and the recipe's names for them */
  readonly names: readonly NamedWord[];
  /** Terminals that are still open */
  readonly terminals: readonly Session[];
  readonly failure: unknown;
  readonly ms: number;
}

/** The surroundings of a run */
export interface Surroundings {
  readonly performer: Performer;
  readonly undoing: Undoing;
  readonly observer: Observer;
  readonly pace: Pace;
  readonly failures: Failures;
}

/** Runs a recipe's steps and checks, and reports each to the observer; never throws the recipe's errors */
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

/** Makes a recipe's tools, and a way to check that it awaited everything */
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

/** Fails a run whose recipe has caught the error of a failed check */
function assertAllHold(checks: readonly CheckReport[]): void {
  const failed = checks.find(({ ok }) => !ok);
  if (failed !== undefined)
    throw new CheckFailed(failed.claim, failed.name || failed.ran, failed.expected, failed.seen);
}
