import type { FlagRow, Flags } from "../../../programs/docker/options/flag-table.ts";
import { readBoolean, readInteger } from "../../../programs/docker/options/flag-value.ts";

type Value = boolean | string | number | null | readonly string[];

/** The flags of a table, with their current values */
export class FlagRecord<Rows extends readonly FlagRow[]> {
  readonly #rows: Rows;
  readonly #values: Map<string, Value>;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#values = new Map(rows.filter(({ sameAs }) => sameAs === undefined).map((row) => [row.long, unset(row)]));
  }

  /** Finds a flag by its long name */
  long(name: string): FlagRow | undefined {
    return this.#rows.find(({ long }) => long === name);
  }

  /** Finds a flag by its letter */
  short(letter: string): FlagRow | undefined {
    return this.#rows.find(({ short }) => short === letter);
  }

  /**
   * Sets a flag to the value in this text, or appends it to a list.
   *
   * @throws {FlagError} when the text is not a value of the flag's kind
   */
  set(row: FlagRow, text: string): void {
    const key = row.sameAs ?? row.long;
    this.#values.set(key, this.#read(row, key, text));
  }

  #read(row: FlagRow, key: string, text: string): Value {
    switch (row.kind) {
      case "switch":
        return readBoolean(row, text);
      case "string":
        return text;
      case "integer":
        return readInteger(row, text);
      case "list": {
        const list = this.#values.get(key);
        return [...(Array.isArray(list) ? list : []), text];
      }
    }
  }

  /** Returns the flags as a record, by long name */
  toFlags(): Flags<Rows> {
    // Each row's key has a value of the row's kind, as the type says
    return Object.fromEntries(this.#values) as Flags<Rows>;
  }
}

/** Returns the value of an omitted flag */
function unset({ kind, initial = false }: FlagRow): Value {
  if (kind === "switch") return initial;
  return kind === "list" ? [] : null;
}
