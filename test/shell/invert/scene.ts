/**
 * Lines, and the lines that take them back.
 */
import type { InverseStep } from "../../../lib/shell/invert/inversion.ts";
import { quote } from "../../../lib/shell/template/quote.ts";

/** A line, and the way back from it, in the order of running */
export type UndoneLine = readonly [line: string, ...back: string[]];

/** Lines that are run one after the other, and undone from the last to the first */
export interface Scene {
  readonly name: string;
  /** What is there before, and stays */
  readonly setup?: readonly string[];
  readonly lines: readonly UndoneLine[];
  /** Files and folders that are looked at */
  readonly paths?: readonly string[];
  /** False where only a journal that knows of the first undo may be undone again: what was removed has no other place since */
  readonly repeated?: boolean;
}

/** What no two runs have in common */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/g, "MAC"],
  [/\b[0-9a-f]{64}\b/g, "ID"],
  [/\b[0-9a-f]{12}\b/g, "SHORT-ID"],
  [/\bindex \d+\b/g, "index N"],
  [/\blabel=wirework=\S+/g, "LABEL"],
];

/** A step as a line to read, with a mark where it is done once all else is */
export function shown(step: InverseStep): string {
  return MASKS.reduce((text, [pattern, mask]) => text.replace(pattern, mask), written(step));
}

/** The same, with all numbers and addresses */
export function written(step: InverseStep): string {
  return step.when === "last" ? `${lineOf(step)} (last)` : lineOf(step);
}

function lineOf(step: InverseStep): string {
  if (step.kind === "command") return step.argv.map(quote).join(" ");
  if (step.kind === "rules") return `rules of ${step.names.join(" and ")} in ${step.table}`;
  return `${step.content === null ? "remove" : "restore"} ${step.path}`;
}
