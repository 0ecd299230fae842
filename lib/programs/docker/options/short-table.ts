/**
 * Tables of options in a short form: long names with their letters, as `all -a`.
 *
 * @module
 */
import type { Parameter } from "../../grammar.ts";
import type { FlagKind } from "./flag-table.ts";
import type { OptionRow } from "./option-table.ts";
import type { ToldOption } from "./told-options.ts";

/** Options that wirework only understands: the meaning of each, and of its value; those without a value are switches */
export type ShortTable = Readonly<Record<string, readonly [means: string, value?: string, kind?: FlagKind]>>;

/** Makes the options of a table; `same` has those that are other names of an option, with its first name */
export function optionsOf(table: ShortTable, same: Readonly<Record<string, string>> = {}): readonly ToldOption[] {
  return Object.entries(table).map(([names, [means, value, kind]]) => {
    const named = namesIn(names);
    const sameAs = same[named.long];
    return {
      ...named,
      kind: kind ?? (value === undefined ? "switch" : "string"),
      means,
      ...(sameAs !== undefined && { sameAs }),
      ...(value !== undefined && { value }),
    };
  });
}

/** Options that the embedded engine has; `takes` is the placeholder of the value in help, unless that is its kind */
type EngineTable = Readonly<
  Record<
    string,
    readonly [kind: FlagKind, means: string, help: string, value?: string | Parameter | null, takes?: string]
  >
>;

type LongName<Names> = Names extends `${infer Long} -${string}` ? Long : Names;

/** The rows of a table, each with its own name and kind */
type EngineRow<Table extends EngineTable> = {
  [Names in keyof Table]: OptionRow & { readonly long: LongName<Names>; readonly kind: Table[Names][0] };
}[keyof Table];

/** Makes the options of a table of the embedded engine's */
export function engineOptions<const Table extends EngineTable>(table: Table): readonly EngineRow<Table>[] {
  const rows = Object.entries(table).map(([names, [kind, means, help, value = null, takes]]) => ({
    ...namesIn(names),
    kind,
    means,
    help,
    ...(value !== null && { value }),
    ...(takes !== undefined && { takes }),
  }));
  // Each row has the name and the kind of its entry, as the type says
  return rows as readonly OptionRow[] as readonly EngineRow<Table>[];
}

function namesIn(names: string): Pick<ToldOption, "long" | "short"> {
  const [long = "", letter] = names.split(" ");
  return { long, ...(letter !== undefined && { short: letter.slice(1) }) };
}
