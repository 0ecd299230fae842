/**
 * The kind of a flag: no value (or `=true`, `=false`), one value of which the last counts, or a value each
 * time
 */
export type FlagKind = "switch" | "string" | "integer" | "list";

/** A flag of a docker command */
export interface FlagRow {
  readonly long: string;
  readonly short?: string;
  readonly kind: FlagKind;
  /** The default of a switch, by default off */
  readonly initial?: boolean;
  /** The long name of the flag that this is a synonym of, as `--network` is of `--net`; both are in the table */
  readonly sameAs?: string;
}

/** The type of each kind's value; null means an omitted flag */
interface FlagValues {
  readonly switch: boolean;
  readonly string: string | null;
  readonly integer: number | null;
  readonly list: readonly string[];
}

/** The flags of a table as a record, by long name */
export type Flags<Rows extends readonly FlagRow[]> = {
  readonly [Row in Exclude<Rows[number], { readonly sameAs: string }> as Row["long"]]: FlagValues[Row["kind"]];
};
