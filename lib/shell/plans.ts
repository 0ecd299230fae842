import { CannotUndo } from "./invert/cannot-undo.ts";
import { againstStranger, type Plan, type Undoable } from "./invert/inversion.ts";
import { planOf, planOfGrowing, planOfRedirection } from "./invert/invert.ts";
import type { Line } from "./template/session-line.ts";

/**
 * The policy for programs that wirework does not know: allowed where everything is thrown away, otherwise
 * refused
 */
export type Strangers = "allowed" | "refused";

/** The changes of a part of a line: of one of its commands, or of its redirection */
export interface PlannedPart {
  /** The command's index in the pipe; `null` for the redirection */
  readonly command: number | null;
  readonly plan: Undoable;
}

/**
 * Lists the changes of a line that must be undone, in the order in which they happen.
 *
 * @throws {CannotUndo} when one can't be undone, and the recipe has not said why it need not be
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
  if (plan.kind === "stranger" && strangers === "refused") return againstStranger(plan.program);
  return null;
}
