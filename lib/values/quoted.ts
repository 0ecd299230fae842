/** How much of a value an error shows; what is longer is no help to anyone */
const SHOWN = 64;

/** Control and format characters, halves of a pair, and every blank but the space: they would act on a terminal or hide in it */
const UNSEEN = /(?! )[\p{C}\p{Z}]/gu;

/**
 * Shows a text between double quotes as a JSON string, with everything invisible escaped and what is very
 * long cut off, so that no raw input reaches a terminal.
 *
 * @example
 * ```ts
 * import { quoted } from "./quoted.ts";
 * import { expect } from "bun:test";
 *
 * expect(quoted("eth0\n")).toBe('"eth0\\n"');
 * ```
 */
export function quoted(text: string): string {
  const shown = JSON.stringify(text.slice(0, SHOWN)).replaceAll(UNSEEN, escaped);
  return text.length > SHOWN ? `${shown}… (${text.length} characters)` : shown;
}

function escaped(character: string): string {
  // By UTF-16 unit, as JSON does
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
