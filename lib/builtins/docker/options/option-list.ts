import type { FlagKind } from "../../../programs/docker/options/flag-table.ts";
import type { OptionRow } from "../../../programs/docker/options/option-table.ts";

/** The width for a client that is not a terminal */
const COLUMNS = 80;
/** A last word may exceed the width by this much, and then gets no line of its own */
const SLOP = 5;

const VALUE_NAMES: Readonly<Record<FlagKind, string>> = { switch: "", string: "string", integer: "int", list: "list" };

/** An option as the help lists it; its meaning is for `explain` */
type ListedOption = Omit<OptionRow, "means">;

/**
 * Formats the options in a command's help. Source: spf13/pflag, `flag.go`, `FlagUsagesWrapped`.
 *
 * @example
 * ```ts
 * import { optionLines } from "./option-list.ts";
 * import { expect } from "bun:test";
 *
 * const rows = [{ long: "time", short: "t", kind: "integer", help: "Seconds to wait (default 10)" }] as const;
 * expect(optionLines(rows)).toEqual(["  -t, --time int   Seconds to wait (default 10)"]);
 * ```
 */
export function optionLines(rows: readonly ListedOption[]): readonly string[] {
  const listed = rows
    .flatMap((row) => (row.help === null ? [] : [{ name: nameOf(row), long: row.long, help: row.help }]))
    .toSorted((one, other) => (one.long < other.long ? -1 : 1));
  const indent = Math.max(...listed.map(({ name }) => name.length)) + "   ".length;
  return listed.flatMap(({ name, help }) => {
    const [first = "", ...others] = wrapped(help, COLUMNS - indent);
    return [name.padEnd(indent) + first, ...others.map((line) => " ".repeat(indent) + line)];
  });
}

function nameOf({ long, short, kind, takes = VALUE_NAMES[kind] }: ListedOption): string {
  return `  ${short === undefined ? "   " : `-${short},`} --${long} ${takes}`.trimEnd();
}

function wrapped(text: string, width: number): readonly string[] {
  const most = width - SLOP;
  const end = text.lastIndexOf(" ", most - 1);
  if (text.length < width || end <= 0) return [text];
  return [text.slice(0, end), ...wrapped(text.slice(end + 1), width)];
}
