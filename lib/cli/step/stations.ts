import type { Observer } from "../../recipe/run/observer.ts";
import { AT_ONCE, type Pace } from "../../shell/pace.ts";
import type { Answer, SteppedRun } from "../../step/stepper.ts";
import { CALLER } from "../run/job.ts";
import type { Telling } from "../options/run-request.ts";
import { observerFor } from "../run/tell.ts";
import type { PaceKind } from "./read-pace.ts";

/** The parts of a run that depend on the stepping mode */
export interface PacedStations {
  readonly pace: Pace;
  readonly observer: Observer;
}

/** Returns those of a mode; the code for stepping is loaded only on use */
export async function stationsOf(
  pace: PaceKind,
  telling: Telling,
  run: Omit<SteppedRun, "transcript" | "page" | "ask">,
): Promise<PacedStations> {
  if (pace === "at once") return { pace: AT_ONCE, observer: observerFor(telling) };
  const { openStepping } = await import("../../step/stepping.ts");
  const { stdoutPrinter } = await import("./printer.ts");
  const { askOutside } = await import("./ask-outside.ts");
  const ask = pace === "asked" ? askOutside(CALLER) : async (): Promise<Answer> => "run";
  return openStepping({ ...run, ask }, stdoutPrinter());
}
