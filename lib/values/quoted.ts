/** The number of characters that an error shows of a text */
const SHOWN = 64;

/**
 * Control and format characters, halves of a surrogate pair, and every blank but the space: they would act on a
 * terminal or hide in it
 */
const UNSEEN = /(?! )[\p{C}\p{Z}]/gu;

/**
 * Shows a text between double quotes as a JSON string. Everything invisible is escaped and long texts are cut off, so
 * no raw input reaches a terminal.
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
  // Each UTF-16 unit by itself, as in JSON
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
