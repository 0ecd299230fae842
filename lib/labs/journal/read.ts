import { readFileSync, truncateSync } from "node:fs";

import type { InverseStep } from "../../shell/invert/inversion.ts";
import { type Entry, type Head, JOURNAL_VERSION } from "./entry.ts";
import { JournalError } from "./journal-error.ts";

/** A line that ran, or was about to, and what of it is not taken back yet */
export interface Standing {
  readonly number: number;
  readonly text: string;
  /** Whether it is known to have ended; of one that isn't, nobody knows whether it ran */
  readonly state: "ended" | "interrupted";
  /** What takes it back, in the order of running, without what is done with; by its place in the journal's list */
  readonly steps: ReadonlyMap<number, InverseStep>;
}

/** What a journal says */
export interface Journal {
  readonly head: Head;
  /** In the order in which they ran */
  readonly lines: readonly Standing[];
}

/**
 * Reads a journal. A last line that was torn off is forgotten, also by the file: what it was about has not begun, or is
 * known by the line before.
 *
 * @returns `null` when not even its first line is whole: then nothing has begun
 * @throws {JournalError} for a version that is not ours, and for anything else that is no such line
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
    return JSON.parse(text);
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

/** A line as the journal's entries tell of it one after another */
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

/** Takes in one entry; false for what is none, or is about a line that has not begun */
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
