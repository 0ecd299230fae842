/**
 * Lists what undoes a verb, for `explain`: lines to type, and values to look up beforehand.
 *
 * @module
 */
import type { Back as UndoStep, Word } from "../programs/grammar.ts";
import { ownEntry } from "../programs/parse.ts";
import { PROGRAMS } from "../programs/table.ts";
import { resourceOf } from "../resources/kinds.ts";
import type { AsItWas, Back, OnceRun } from "../resources/resource.ts";
import { type KnownVerb, touchesOf } from "../shell/invert/known-verb.ts";

/** Lists the lines that undo a verb, in the order to run them */
export function restoringLines(known: KnownVerb, words: readonly Word[]): readonly UndoStep[] {
  const touches = touchesOf(known);
  if (typeof touches === "string") return [];
  const prefix = words[0]?.text === "sudo" ? ["sudo"] : [];
  const { context, outer } = known;
  const named = context.enter.length > outer.length ? context.enter : null;
  return touches.flatMap((touch) =>
    resourceOf(touch)
      .restoreUnseen(touch, "it changed something")
      .map((back) => undoStep(back, prefix, named)),
  );
}

/** @param named the words that the line's own `-n NAME` enters a namespace with; `null` without that option */
function undoStep({ enter, argv, each }: Back, prefix: readonly string[], named: readonly string[] | null): UndoStep {
  const typed = (words: readonly string[]) => inside(words, enter, named).join(" ");
  const words = argv.map((word) => (typeof word === "string" ? word : placeholder(word)));
  const hole = each ?? argv.find((word) => typeof word !== "string");
  const line = [...prefix, typed(words)].join(" ");
  if (hole === undefined) return { type: line };
  if ("is" in hole)
    return { say: `\`${line}\`, with ${hole.is} that \`${typed(hole.shownBy.split(" "))}\` prints now` };
  const unseen = hole;
  const shown = typed(unseen.shownBy.split(" "));
  if (each !== null) return { say: `\`${line} …\` for each of ${each.was} that \`${shown}\` printed before` };
  return { say: `\`${line}\`, with ${unseen.was} that \`${shown}\` printed before` };
}

/** Enters a namespace in the way that the line itself does */
function inside(
  words: readonly string[],
  enter: readonly string[],
  named: readonly string[] | null,
): readonly string[] {
  const [program = "", ...args] = words;
  const hasOption = ownEntry(PROGRAMS, program)?.grammar.words["-netns"] !== undefined;
  const isNamed = hasOption && named?.join(" ") === enter.join(" ");
  return isNamed ? [...enter.slice(0, -4), program, "-n", enter.at(-1) ?? "", ...args] : [...enter, ...words];
}

function placeholder(hole: AsItWas | OnceRun): string {
  return ("is" in hole ? hole.is : hole.was)
    .replace(/^the |^what /, "")
    .replace(/ was$/, "")
    .toUpperCase();
}
