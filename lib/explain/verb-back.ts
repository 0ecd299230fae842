/**
 * Lists what undoes a verb, for `explain`: lines to type, and values to look up beforehand.
 *
 * @module
 */
import type { Back as UndoStep, Word } from "../programs/grammar.ts";
import { ownEntry } from "../programs/parse/own-entry.ts";
import { PROGRAMS } from "../programs/table.ts";
import type { Entering } from "../resources/entering.ts";
import { resourceOf } from "../resources/kinds.ts";
import type { AsItWas, Back, OnceRun } from "../resources/resource.ts";
import { type KnownVerb, touchesOf } from "../shell/invert/known-verb.ts";

/** Lists the lines that undo a verb, in the order to run them */
export function restoringLines(known: KnownVerb, words: readonly Word[]): readonly UndoStep[] {
  const touches = touchesOf(known);
  if (typeof touches === "string") return [];
  const prefix = words[0]?.text === "sudo" ? ["sudo"] : [];
  return touches.flatMap((touch) =>
    resourceOf(touch)
      .restoreUnseen(touch, "it changed something")
      .map((back) => undoStep(back, prefix, known)),
  );
}

function undoStep({ enter, argv, each }: Back, prefix: readonly string[], known: KnownVerb): UndoStep {
  const typed = (words: readonly string[]) => inside(words, enter, known).join(" ");
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

/** Enters a namespace in the way that the line itself does, which may have `-n NAME` */
function inside(words: readonly string[], enter: Entering, { context, outer }: KnownVerb): readonly string[] {
  const [program = "", ...args] = words;
  const { name, words: own } = context.enter;
  const hasOption = ownEntry(PROGRAMS, program)?.grammar.words["-netns"] !== undefined;
  const isNamed = hasOption && context.enter !== outer && own.join(" ") === enter.words.join(" ");
  return isNamed && name !== null ? [...outer.words, program, "-n", name, ...args] : [...enter.words, ...words];
}

function placeholder(hole: AsItWas | OnceRun): string {
  return ("is" in hole ? hole.is : hole.was)
    .replace(/^the |^what /, "")
    .replace(/ was$/, "")
    .toUpperCase();
}
