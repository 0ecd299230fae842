/** Counts how often a line is among others */
export function times(line: string, lines: readonly string[]): number {
  return lines.filter((other) => other === line).length;
}

/** Lists the lines that are in one list more often than in another, each as often as that */
export function beyond(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
