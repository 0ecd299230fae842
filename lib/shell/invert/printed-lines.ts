/** Divides what a program prints into lines, without blank ones */
export function linesOf(printed: string): readonly string[] {
  return printed.split("\n").filter((line) => line.trim() !== "");
}
