/** Splits a program's output into lines, without blank ones */
export function linesOf(printed: string): readonly string[] {
  return printed.split("\n").filter((line) => line.trim() !== "");
}
