/** Docker's client separates columns by three spaces, and has a minimum width */
const GAP = 3;
const NARROWEST = 10;

/**
 * Formats a table as Docker's client does. Source: docker/cli 20.10, `cli/command/formatter/formatter.go`.
 *
 * @example
 * ```ts
 * import { tableLines } from "./table-lines.ts";
 * import { expect } from "bun:test";
 *
 * expect(tableLines(["TAG", "SIZE"], [["latest", "0B"]])).toEqual(["TAG       SIZE", "latest    0B"]);
 * ```
 */
export function tableLines(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) =>
    Math.max(NARROWEST, ...lines.map((cells) => (cells[column] ?? "").length + GAP)),
  );
  return lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("")
      .trimEnd(),
  );
}
