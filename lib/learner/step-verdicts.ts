/**
 * Verdicts on the steps of a recipe.
 *
 * @module
 */
import type { JudgedLine, Judgement } from "./judge.ts";
import type { Reading } from "./reading.ts";
import type { LineVerdict, StepState, StepVerdict } from "./verdict.ts";

/** Lists the steps in order; lines before the first one make a step of their own */
export function stepsOf({ steps }: Reading, { lines, first }: Judgement): readonly StepVerdict[] {
  return [[], ...steps]
    .map((comment, number) => ({ comment, number, own: lines.filter(({ step }) => step + 1 === number) }))
    .filter(({ number, own }) => number > 0 || own.length > 0)
    .map(({ comment, number, own }) => ({
      number,
      comment: comment.join("\n"),
      state: stepState(own, first, first !== null && number > first.step + 1 ? "behind" : "before"),
      lines: own.map(lineVerdict),
    }));
}

/** @param side the place of the step, seen from the first line to type */
function stepState(lines: readonly JudgedLine[], first: JudgedLine | null, side: "before" | "behind"): StepState {
  if (first !== null && lines.includes(first)) return "wrong";
  const states = new Set(lines.filter(({ does }) => does !== "looks").map(({ state }) => state));
  if (states.has("missing") || states.has("wrong")) return lines.some(isBegun) ? "wrong" : "to come";
  // After the first line to type, an expected state may just be the original one
  if (states.has("done")) return side === "before" || lines.some(isSeenDone) ? "done" : "to come";
  if (states.has("later")) return "to come";
  if (states.has("past")) return "past";
  // Lines that only look, or cannot be seen, prove nothing
  return side === "behind" ? "to come" : "done";
}

/** Reports whether the learner has typed a line that is required; a recipe's own lines never are */
function isBegun(line: JudgedLine): boolean {
  return line.required && (line.state === "wrong" || isSeenDone(line));
}

function isSeenDone({ state, findings }: JudgedLine): boolean {
  return state === "done" && findings.some(({ tells }) => tells);
}

/** Returns a line with its first unexpected finding */
export function lineVerdict(line: JudgedLine): LineVerdict {
  const { text, said, state, required, findings } = line;
  const finding = state === "past" ? undefined : (findings.find(({ is }) => is !== "so") ?? findings[0]);
  return { text, in: line.in, said, state, required, wanted: finding?.wanted ?? null, seen: finding?.seen ?? null };
}
