import { readFileSync, truncateSync } from "node:fs";

import type { InverseStep } from "../../shell/invert/inversion.ts";
import { NO_SUM, unseal } from "../sealed.ts";
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
  /** The sum of each of its lines */
  readonly sums: readonly string[];
  /** The lines in the order in which they ran */
  readonly lines: readonly Standing[];
}

/**
 * Reads a journal. A torn last line is dropped, also from the file: either its line never ran, or the entry
 * before it says enough.
 *
 * @returns `null` when not even its first line is complete: then nothing was begun
 * @throws {JournalError} for another version, for a line that its sum shows to be damaged, and for one that is no entry
 */
export function readJournal(file: string): Journal | null {
  const lines = wholeLines(file);
  const [first] = lines;
  if (first === undefined) return null;
  requireVersion(file, first);
  const sums: string[] = [];
  const entries = lines.map((line, index) => {
    const found = unseal(line, sums.at(-1) ?? NO_SUM);
    if (found === null) throw new JournalError(file, `its line ${index + 1} is damaged`);
    sums.push(found.sum);
    return parse(file, found.text, index + 1);
  });
  // Nobody else has sealed them
  const [head, ...others] = entries as [Head, ...Entry[]];
  return { head, sums, lines: standing(file, others) };
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

/** Checks the version before any sum: other versions may have none */
function requireVersion(file: string, first: string): void {
  const { journal } = Object(parse(file, first, 1)) as Partial<Head>; // whatever JSON has
  if (journal !== JOURNAL_VERSION)
    throw new JournalError(
      file,
      journal === undefined
        ? "it is not a journal"
        : `its version is ${JSON.stringify(journal)}, and this wirework reads only ${JOURNAL_VERSION}`,
    );
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
    if (!tell(entry, lines, done)) throw new JournalError(file, `its line ${index + 2} is not a journal entry`);
  }
  return [...lines].map(([number, { text, state, steps }]) => ({
    number,
    text,
    state,
    steps: new Map([...steps.entries()].filter(([place]) => !done.has(doneName(number, place)))),
  }));
}

/** Adds one entry; returns false when it is malformed, out of order, or its line was never begun */
function tell(entry: Entry | null, lines: Map<number, Told>, done: Set<string>): boolean {
  if (entry === null || typeof entry !== "object") return false;
  if ("intent" in entry) {
    if (entry.intent !== lines.size + 1) return false;
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
