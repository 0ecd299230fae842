/**
 * The containers that a recipe's lines have made, for when the recipe runs again beside them.
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
  /** Which one it was of the lines with that text, from 0 on */
  readonly place: number;
  readonly id: string;
  /** What takes it back */
  readonly steps: readonly InverseStep[];
}

/** The containers that the lines of a journal have made */
export function madeBy(lines: readonly Standing[]): readonly MadeContainer[] {
  const places = new Map<string, number>();
  return lines.flatMap(({ text, steps }) => {
    const place = places.get(text) ?? 0;
    places.set(text, place + 1);
    const id = [...steps.values()].map(containerIn).find((found) => found !== null);
    return id === undefined ? [] : [{ text, place, id, steps: [...steps.values()] }];
  });
}

/** Those of now, and of before those that no line of now has made again: a repair may have come to a stop half-way */
export function merged(before: readonly MadeContainer[], now: readonly MadeContainer[]): readonly MadeContainer[] {
  const isSame = (one: MadeContainer, other: MadeContainer) => one.text === other.text && one.place === other.place;
  return [...before.filter((old) => !now.some((made) => isSame(old, made))), ...now];
}

/** Reads them from a file; none where it is not there */
export function readMade(file: string): readonly MadeContainer[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as readonly MadeContainer[]; // written by writeMade()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Writes them into a file */
export function writeMade(file: string, made: readonly MadeContainer[]): void {
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
}

/** The id of the container that a step removes; `null` when it is about something else */
function containerIn(step: InverseStep): string | null {
  if (step.kind !== "command" || step.takes.kind !== "docker" || step.takes.thing !== "container") return null;
  return step.takes.id;
}
