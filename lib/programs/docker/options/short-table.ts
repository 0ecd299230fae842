/**
 * Options that wirework only understands, in a short form.
 *
 * @module
 */
import type { FlagKind } from "./flag-table.ts";
import type { ToldOption } from "./told-options.ts";

/** Long names with their letters, the meaning of each, and of its value; options without a value are switches */
export type ShortTable = Readonly<Record<string, readonly [means: string, value?: string, kind?: FlagKind]>>;

/** Makes the options of a table; `same` has those that are other names of an option, with its first name */
export function optionsOf(table: ShortTable, same: Readonly<Record<string, string>> = {}): readonly ToldOption[] {
  return Object.entries(table).map(([names, [means, value, kind]]) => {
    const [long = "", letter] = names.split(" ");
    const sameAs = same[long];
    return {
      long,
      kind: kind ?? (value === undefined ? "switch" : "string"),
      means,
      ...(letter !== undefined && { short: letter.slice(1) }),
      ...(sameAs !== undefined && { sameAs }),
      ...(value !== undefined && { value }),
    };
  });
}
