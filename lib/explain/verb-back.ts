/**
 * What undoes a verb, as `explain` says it: lines to type, and what a person has to look up before.
 *
 * @module
 */
import type { Word } from "../programs/grammar.ts";
import { resourceOf } from "../resources/kinds.ts";
import type { AsItWas, Back, Value } from "../resources/resource.ts";
import { type KnownVerb, touchesOf } from "../shell/invert/known-verb.ts";
import type { Back as Told } from "./grammar.ts";

/** Lists the lines that undo a verb, in the order of running */
export function restoringLines(known: KnownVerb, words: readonly Word[]): readonly Told[] {
  const touches = touchesOf(known);
  if (typeof touches === "string") return [];
  const prefix = words[0]?.text === "sudo" ? ["sudo"] : [];
  const isShort = words.some(({ text }) => /^--?n(?:e|et|etn|etns)?$/.test(text));
  return touches.flatMap((touch) =>
    resourceOf(touch)
      .restoreUnseen(touch, "it changed something")
      .map((back) => told(back, prefix, isShort ? known.context.enter : null)),
  );
}

/** @param named what `-n NAME` of the line itself enters; `null` of a line that has none */
function told({ enter, argv, each }: Back, prefix: readonly string[], named: readonly string[] | null): Told {
  const [program, ...args] = argv;
  const isNamed = named !== null && program === "ip" && named.join(" ") === enter.join(" ");
  const way = isNamed ? enter.slice(0, -4) : enter;
  const own: readonly Value[] = isNamed ? [program, "-n", enter.at(-1) ?? "", ...args] : argv;
  const unseen = own.find((word): word is AsItWas => typeof word !== "string");
  const text = [...prefix, ...way, ...own.map((word) => (typeof word === "string" ? word : placeholder(word)))].join(
    " ",
  );
  if (each !== null) return { say: `\`${text} …\` for each of ${each.was} that \`${each.shownBy}\` printed before` };
  if (unseen === undefined) return { type: text };
  return { say: `\`${text}\`, with ${unseen.was} that \`${unseen.shownBy}\` printed before` };
}

function placeholder({ was }: AsItWas): string {
  return was
    .replace(/^the |^what /, "")
    .replace(/ was$/, "")
    .toUpperCase();
}
