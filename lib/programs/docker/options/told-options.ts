/**
 * Options of Docker's client as words of a grammar.
 *
 * @module
 */
import type { Grammar, Keyword, Parameter } from "../../grammar.ts";
import { operand } from "../../grammar-parts.ts";
import type { FlagRow } from "./flag-table.ts";
import { truth } from "./refused-value.ts";

/** An option, and what it means */
export interface ToldOption extends FlagRow {
  readonly means: string;
  /** The meaning of its value; a switch has none, but for `=true` and `=false` */
  readonly value?: string | Parameter;
}

/** Makes the words of options; each is known by its long name, and so is its value, without the hyphens */
export function optionWords(options: readonly ToldOption[]): Grammar["words"] {
  const words: Record<string, Keyword> = {};
  for (const option of options) {
    const { long, short, sameAs, means } = option;
    const keyword = { means, takes: [valueOf(option)] };
    words[`--${long}`] = sameAs === undefined ? keyword : { ...keyword, same: `--${sameAs}` };
    if (short !== undefined) words[`-${short}`] = { ...keyword, same: `--${sameAs ?? long}` };
  }
  return words;
}

function valueOf(option: ToldOption): Parameter {
  const { long, sameAs = long, kind, value = "" } = option;
  if (kind === "switch") return truth(sameAs, option);
  return typeof value === "string" ? operand(sameAs, value) : { ...value, name: sameAs };
}
