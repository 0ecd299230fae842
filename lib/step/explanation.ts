/**
 * Explains in a sentence or two what a line will do.
 *
 * @module
 */
import { explainLine } from "../explain/explain-line.ts";
import type { Said } from "../shell/pace.ts";
import { BadValue } from "../values/bad-value.ts";

/** Returns the sentences; none for a line that wirework does not know */
export function explanationOf(said: Said): readonly string[] {
  const lines = "commands" in said && said.commands.length > 1 ? said.commands.map(({ text }) => text) : [said.text];
  return [...new Set(lines.flatMap(sentences))];
}

function sentences(line: string): readonly string[] {
  try {
    const { kernel, changes, undo } = explainLine(line);
    if (kernel.length > 0) return kernel.map((does) => `the kernel ${does}`);
    return changes === null ? undo.flatMap((back) => ("say" in back ? [back.say] : [])) : [];
  } catch (error) {
    // It can't be parsed as a line
    if (error instanceof BadValue) return [];
    throw error;
  }
}
