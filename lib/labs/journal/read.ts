import { readFileSync, truncateSync } from "node:fs";

import type { InverseStep } from "../../shell/invert/inversion.ts";
import { type Entry, type Head, JOURNAL_VERSION, parseLine } from "./journal-entry.ts";
import { JournalError } from "./journal-error.ts";

/** A line that ran, or was about to run, and has not been undone completely */
export interface Standing {
  readonly number: number;
  readonly text: string;
  /** `ended` when its end was written; an interrupted line may or may not have run */
  readonly state: "ended" | "interrupted";
  /** The remaining steps that undo it, in the order of running, by their index in the journal's list */
  readonly steps: ReadonlyMap<number, InverseStep>;
}

/** The contents of a journal */
export interface Journal {
  readonly head: Head;
  /** The lines in the order in which they ran */
  readonly lines: readonly Standing[];
}

/**
 * Reads a journal. A torn last line is dropped, also from the file: either its line never ran, or the entry
 * before it says enough.
 *
 * @returns `null` when not even its first line is complete: then nothing was begun
 * @throws {JournalError} for another version, and for any line that is not an entry
 */
export function readJournal(file: string): Journal | null {
  const [first, ...rest] = wholeLines(file).map((text, index) => parse(file, text, index + 1));
  if (first === undefined) return null;
  const head = headOf(file, first);
  return { head, lines: standing(file, rest as Entry[]) }; // ours, by the head's version
}

function wholeLines(file: string): readonly string[] {
  const content = readFileSync(file);
  const end = content.lastIndexOf("\n") + 1;
  if (end < content.length) truncateSync(file, end);
  return content.subarray(0, end).toString().split("\n").slice(0, -1);
}

function parse(file: string, text: string, line: number): unknown {
  try {
    return parseLine(text);
  } catch {
    throw new JournalError(file, `its line ${line} is damaged`);
  }
}

function headOf(file: string, first: unknown): Head {
  const { journal } = Object(first) as Partial<Head>; // whatever JSON has
  if (journal !== JOURNAL_VERSION)
    throw new JournalError(
      file,
      journal === undefined
        ? "it is no journal"
        : `it is of version ${JSON.stringify(journal)}, and this wirework knows only ${JOURNAL_VERSION}`,
    );
  return first as Head; // the only thing that begins so
}

/** A line as described by its entries so far */
interface Told {
  readonly text: string;
  readonly state: Standing["state"];
  readonly steps: readonly InverseStep[];
}

function standing(file: string, entries: readonly Entry[]): readonly Standing[] {
  const lines = new Map<number, Told>();
  const done = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    if (!tell(entry, lines, done)) throw new JournalError(file, `its line ${index + 2} is no entry of a journal`);
  }
  return [...lines].map(([number, { text, state, steps }]) => ({
    number,
    text,
    state,
    steps: new Map([...steps.entries()].filter(([place]) => !done.has(doneName(number, place)))),
  }));
}

/** Adds one entry; returns false when it is malformed, or its line was never begun */
function tell(entry: Entry | null, lines: Map<number, Told>, done: Set<string>): boolean {
  if (entry === null || typeof entry !== "object") return false;
  if ("intent" in entry) {
    lines.set(entry.intent, { text: entry.text, state: "interrupted", steps: entry.steps });
    return true;
  }
  if ("undone" in entry) {
    done.add(doneName(entry.undone, entry.step));
    return lines.has(entry.undone);
  }
  const line = lines.get(entry.result);
  if (line === undefined) return false;
  lines.set(entry.result, { text: line.text, state: "ended", steps: entry.steps });
  return true;
}

function doneName(number: number, place: number): string {
  return `${number} ${place}`;
}
