/** The lines of what a program printed, with single blanks. Of a route it is left out what is its interface's state */
export function linesIn(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) =>
      line
        .replace(/\b(?:linkdown|dead|pref medium)\b/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "");
}
