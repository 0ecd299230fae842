/** ECMA-48: control sequences, operating system commands, and two-character escapes */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])/g;

/** EL and ED: erase from the cursor to the end */
const ERASE = new Set(["\x1b[K", "\x1b[0K", "\x1b[J", "\x1b[0J"]);

/** Cursor movements, erasures, and text */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const STROKES = /[\r\b]|\x1b\[0?[JK]|[^\r\b\x1b]+/g;

/**
 * Returns the text that a terminal shows, without colours and window titles; a line that was redrawn is there
 * once.
 *
 * @example
 * ```ts
 * import { plainText } from "./plain-text.ts";
 * import { expect } from "bun:test";
 *
 * expect(plainText("\x1b[1mroot:/# \x1b[0m\r\x1b[Kroot:/# ls\r\n")).toBe("root:/# ls\n");
 * ```
 */
export function plainText(shown: string): string {
  return shown
    .replace(ESCAPES, (sequence) => (ERASE.has(sequence) ? sequence : ""))
    .replace(/\r+\n/g, "\n")
    .split("\n")
    .map(drawn)
    .join("\n");
}

/** Returns a line after its last update, without spaces behind the cursor */
function drawn(line: string): string {
  let text = "";
  let column = 0;
  for (const [stroke] of line.matchAll(STROKES)) {
    if (stroke === "\r") column = 0;
    else if (stroke === "\b") column = Math.max(0, column - 1);
    else if (ERASE.has(stroke)) text = text.slice(0, column);
    else {
      text = text.slice(0, column) + stroke + text.slice(column + stroke.length);
      column += stroke.length;
    }
  }
  return text.slice(0, column) + text.slice(column).trimEnd();
}
