/**
 * Kills a run on a machine at a command of its recipe: loaded by a recipe that a test writes, which is the same as another
 * one else.
 */
import { Recorder } from "../../../lib/recipe/recorder.ts";
import { RealPerformer } from "../../../lib/shell/perform.ts";

/** Where: with its intent in the journal and nothing done; with it done, and nothing written of that; or with all written */
export type Moment = "intended" | "done" | "written";

/** What is killed, and at which line of its recipe, from 1 on */
export interface MachineKill {
  readonly line: number;
  readonly moment: Moment;
  /** The process that runs the recipe, or the one that would take it back */
  readonly victim: "runner" | "outer";
}

/** Longer than it takes to hear of a parent's death */
const A_WHILE = 60_000;

/** Kills there; the outer process reads the recipe as well, and is not the one that is meant */
export function killAt({ line, moment, victim }: MachineKill): void {
  if (!process.argv[1]?.endsWith("/machine/inside.ts")) return;
  let count = 0;
  const reach = (now: Moment): void => {
    if (now !== moment || count !== line) return;
    process.kill(victim === "runner" ? process.pid : process.ppid, "SIGKILL");
    Bun.sleepSync(A_WHILE);
  };
  const { announce, finished } = Recorder.prototype;
  const { perform } = RealPerformer.prototype;
  Object.assign(Recorder.prototype, {
    announce(this: Recorder, ...words: Parameters<typeof announce>) {
      count += 1;
      reach("intended");
      announce.apply(this, words);
    },
    finished(this: Recorder, ...words: Parameters<typeof finished>) {
      reach("written");
      finished.apply(this, words);
    },
  });
  RealPerformer.prototype.perform = async function (this: RealPerformer, ...words) {
    const outcome = await perform.apply(this, words);
    reach("done");
    return outcome;
  };
}
