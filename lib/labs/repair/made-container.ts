/**
 * Remembers the containers that a recipe's lines have made, so that the recipe can run again beside them.
 *
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";

import type { InverseStep } from "../../shell/invert/inversion.ts";
import type { Standing } from "../journal/read.ts";

/** A container, and the line that made it */
export interface MadeContainer {
  /** The line as typed */
  readonly text: string;
  /** Its index among lines with the same text, from 0 */
  readonly place: number;
  readonly id: string;
  /** The steps that undo it */
  readonly steps: readonly InverseStep[];
}

/** Finds the containers that a journal's lines have made */
export function madeBy(lines: readonly Standing[]): readonly MadeContainer[] {
  const places = new Map<string, number>();
  return lines.flatMap(({ text, steps }) => {
    const place = places.get(text) ?? 0;
    places.set(text, place + 1);
    const id = [...steps.values()].map(containerIn).find((found) => found !== null);
    return id === undefined ? [] : [{ text, place, id, steps: [...steps.values()] }];
  });
}

/**
 * Merges the containers of two runs: those of the last run, and earlier ones that it has not made again, as a
 * repair may stop half-way
 */
export function merged(before: readonly MadeContainer[], now: readonly MadeContainer[]): readonly MadeContainer[] {
  const isSame = (one: MadeContainer, other: MadeContainer) => one.text === other.text && one.place === other.place;
  return [...before.filter((old) => !now.some((made) => isSame(old, made))), ...now];
}

/** Reads containers from a file; empty when there is none */
export function readMade(file: string): readonly MadeContainer[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as readonly MadeContainer[]; // written by writeMade()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Writes containers to a file */
export function writeMade(file: string, made: readonly MadeContainer[]): void {
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
}

/** Returns the id of the container that a step removes; `null` for another kind of step */
function containerIn(step: InverseStep): string | null {
  if (step.kind !== "command" || step.takes.kind !== "docker" || step.takes.thing !== "container") return null;
  return step.takes.id;
}
