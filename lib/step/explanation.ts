/**
 * What a line is going to do, in a sentence or two.
 *
 * @module
 */
import { explainLine } from "../explain/explain-line.ts";
import type { Said } from "../shell/pace.ts";
import { BadValue } from "../values/bad-value.ts";

/** The sentences; none for a line of which nobody here knows what it does */
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
    // It is no line that anybody could explain
    if (error instanceof BadValue) return [];
    throw error;
  }
}
