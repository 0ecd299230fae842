/** An instruction's text, and the line where it begins */
export interface NumberedLine {
  /** Counted from 1 */
  readonly number: number;
  readonly text: string;
}

const COMMENT = /^\s*#/;
const CONTINUES = /\\[ \t]*$/;

/**
 * Splits a Dockerfile into instructions, one per line: joins continuation lines, and removes comments.
 * Source: moby/buildkit, `frontend/dockerfile/parser/parser.go`.
 *
 * @example
 * ```ts
 * import { linesOf } from "./lines.ts";
 * import { expect } from "bun:test";
 *
 * expect(linesOf("# A web server\nFROM base\nEXPOSE 80 \\\n  443\n")).toEqual([
 *   { number: 2, text: "FROM base" },
 *   { number: 3, text: "EXPOSE 80   443" },
 * ]);
 * ```
 */
export function linesOf(text: string): readonly NumberedLine[] {
  const lines: NumberedLine[] = [];
  let open: NumberedLine | null = null;
  for (const [at, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (COMMENT.test(line) || line.trim() === "") continue;
    const begun: NumberedLine = open ?? { number: at + 1, text: "" };
    const joined: NumberedLine = { ...begun, text: (begun.text + line.replace(CONTINUES, "")).trimStart() };
    open = CONTINUES.test(line) ? joined : null;
    if (open === null) lines.push({ ...joined, text: joined.text.trimEnd() });
  }
  return open === null ? lines : [...lines, { ...open, text: open.text.trimEnd() }];
}
