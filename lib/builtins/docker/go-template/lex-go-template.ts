import { lexAction } from "./lex-action.ts";
import type { Token } from "./token.ts";

const OPEN = "{{";
const TRIM_BEFORE = /^-[ \t\r\n]/;
const COMMENT_CLOSE = /^(?:\}\}|[ \t\r\n]-\}\})/;
const BLANKS_AT_END = /[ \t\r\n]+$/;
const BLANKS_AT_START = /^[ \t\r\n]+/;

/**
 * Splits a template into tokens, trims text at `{{-` and `-}}`, and drops comments. Unreadable text becomes a
 * last token of kind `error`, so that earlier mistakes are reported first. Source: Go 1.19,
 * `text/template/parse/lex.go`.
 *
 * @example
 * ```ts
 * import { lex } from "./lex-go-template.ts";
 * import { expect } from "bun:test";
 *
 * const kinds = lex("a {{- .Id}}").map(({ kind }) => kind);
 * expect(kinds).toEqual(["text", "open", "field", "close", "end"]);
 * ```
 */
export function lex(source: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let trimsNext = false;
  for (;;) {
    const open = source.indexOf(OPEN, position);
    const end = open === -1 ? source.length : open;
    const trimsHere = open !== -1 && TRIM_BEFORE.test(source.slice(open + 2));
    addText(tokens, source.slice(position, end), position, trimsNext, trimsHere);
    if (open === -1) break;
    const inside = open + (trimsHere ? 4 : 2);
    const action = source.startsWith("/*", inside)
      ? skipComment(source, inside)
      : [{ kind: "open" as const, text: OPEN, position: open }, ...lexAction(source, inside)];
    const last = action.at(-1);
    if (last === undefined || last.kind === "error") return [...tokens, ...action];
    if (last.text !== "") tokens.push(...action);
    position = last.position + closeLength(source, last.position);
    trimsNext = closeLength(source, last.position) > 2;
  }
  tokens.push({ kind: "end", text: "", position: source.length });
  return tokens;
}

/** Returns the length of the closing `}}` (2) or ` -}}` (4) at a position */
function closeLength(source: string, position: number): number {
  return source.startsWith("}}", position) ? 2 : 4;
}

function addText(tokens: Token[], raw: string, position: number, trimsStart: boolean, trimsEnd: boolean): void {
  const started = trimsStart ? raw.replace(BLANKS_AT_START, "") : raw;
  const text = trimsEnd ? started.replace(BLANKS_AT_END, "") : started;
  if (text !== "") tokens.push({ kind: "text", text, position });
}

/** Skips a comment; what remains is its closing delimiter, or the error that there is none */
function skipComment(source: string, position: number): Token[] {
  const end = source.indexOf("*/", position);
  if (end === -1) return [{ kind: "error", text: "unclosed comment", position }];
  if (!COMMENT_CLOSE.test(source.slice(end + 2))) {
    return [
      {
        kind: "error",
        text: "comment ends before closing delimiter",
        position,
      },
    ];
  }
  return [{ kind: "close", text: "", position: end + 2 }];
}
