/** Counts how often a line occurs among others */
export function times(line: string, lines: readonly string[]): number {
  return lines.filter((other) => other === line).length;
}

/** Lists the lines that occur more often in one list than in another, each as many times as the difference */
export function beyond(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
