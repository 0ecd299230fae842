/**
 * Kills a run on a machine at a command of its recipe: imported by a test's recipe, which otherwise does the
 * same as another one.
 */
import { Recorder } from "../../../lib/recipe/recorder.ts";
import { RealPerformer } from "../../../lib/shell/perform.ts";

/** The moment: intended, with nothing done; done, with no result written; or with everything written */
export type Moment = "intended" | "done" | "written";

/** The process to kill, and the line of its recipe, counted from 1 */
export interface MachineKill {
  readonly line: number;
  readonly moment: Moment;
  /** The process that runs the recipe, or the one that would undo it */
  readonly victim: "runner" | "outer";
}

/** More than enough time to notice a parent's death */
const A_WHILE = 60_000;

/** Kills at that moment; the outer process also reads the recipe, and does not count */
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
