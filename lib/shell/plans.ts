import { CannotUndo } from "./invert/cannot-undo.ts";
import type { Plan, Undoable } from "./invert/inversion.ts";
import { planOf, planOfGrowing, planOfRedirection } from "./invert/invert.ts";
import type { Line } from "./template/line.ts";

/** Whether a program that no table of ours has may run: where all that is there is thrown away, and elsewhere not */
export type Strangers = "allowed" | "refused";

/** What is changed by a part of a line: by one of its commands, or by its redirection */
export interface PlannedPart {
  /** The command's place in the pipe; `null` for the redirection */
  readonly command: number | null;
  readonly plan: Undoable;
}

/**
 * What a line changes that is to be taken back, in the order in which it comes about.
 *
 * @throws {CannotUndo} when something in it can't be, and nobody has said why it need not be
 */
export function plansOf(line: Line, strangers: Strangers): readonly PlannedPart[] {
  const { commands, redirection, stays, irreversible } = line;
  const planOfFile = stays === null ? planOfRedirection : planOfGrowing;
  const plans = [
    // The file is opened before any command runs
    ...(redirection === null ? [] : [{ command: null, plan: planOfFile(redirection) }]),
    ...commands.map(({ argv }, command) => ({ command, plan: planOf(argv) })),
  ];
  return plans.flatMap(({ command, plan }) => {
    const objection = irreversible === null ? objectionTo(plan, strangers) : null;
    if (objection !== null) throw new CannotUndo(line.text, objection);
    return plan.kind === "undoable" ? [{ command, plan }] : [];
  });
}

function objectionTo(plan: Plan, strangers: Strangers): string | null {
  if (plan.kind === "unknown") return plan.reason;
  if (plan.kind === "stranger" && strangers === "refused") return `nobody here knows what ${plan.program} changes`;
  return null;
}
