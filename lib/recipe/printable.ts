/** A text with its control characters shown as `\x1b`, never sent to a terminal; tabs and line feeds stay */
export function printable(text: string): string {
  return text.replace(
    // oxlint-disable-next-line no-control-regex -- they are what it looks for
    /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
