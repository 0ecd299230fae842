import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";

import type { InverseStep } from "../../shell/invert/inversion.ts";
import { lastSum, NO_SUM, seal } from "../sealed.ts";
import { type Entry, type Head, JOURNAL_VERSION, textOfLine } from "./journal-entry.ts";

/** More bytes than the sum at the end of a line takes */
const LONGEST_END = 64;

/** A journal open for writing: each entry is on disk before anything else happens */
export class JournalWriter implements Disposable {
  readonly #fd: number;
  #count: number;

  private constructor(fd: number, count: number) {
    this.#fd = fd;
    this.#count = count;
  }

  /**
   * Begins a journal that only its owner can read.
   *
   * @throws {Error} when the file exists already, or the disk is full
   */
  static begin(file: string, lab: string, boot: string): JournalWriter {
    const writer = new JournalWriter(openSync(file, "ax+", 0o600), 0);
    const head: Head = { journal: JOURNAL_VERSION, lab, boot, begun: new Date().toISOString() };
    writer.#write(head);
    syncFolder(dirname(file));
    return writer;
  }

  /**
   * Continues an existing journal.
   *
   * @param count the number of lines begun in it
   */
  static resume(file: string, count: number): JournalWriter {
    return new JournalWriter(openSync(file, "a+"), count);
  }

  /** Records a line before it runs; returns its number */
  intend(text: string, steps: readonly InverseStep[]): number {
    this.#count += 1;
    this.#write({ intent: this.#count, text, steps });
    return this.#count;
  }

  /** Records how a line ended */
  ended(result: number, exit: number, steps: readonly InverseStep[]): void {
    this.#write({ result, exit, steps });
  }

  /** Records that one undo step of a line is finished */
  undone(undone: number, step: number): void {
    this.#write({ undone, step });
  }

  [Symbol.dispose](): void {
    closeSync(this.#fd);
  }

  #write(entry: Head | Entry): void {
    const { size } = fstatSync(this.#fd);
    try {
      writeAll(this.#fd, `${seal(textOfLine(entry), sumBefore(this.#fd, size))}\n`);
      fsyncSync(this.#fd);
    } catch (error) {
      // Half an entry would hide those after it
      ftruncateSync(this.#fd, size);
      throw error;
    }
  }
}

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written);
}

/** Reads the sum of the last line; another writer may have written it, as a step that is undone while the run waits */
function sumBefore(fd: number, size: number): string {
  if (size === 0) return NO_SUM;
  const end = Buffer.alloc(Math.min(size, LONGEST_END));
  readSync(fd, end, 0, end.length, size - end.length);
  return lastSum(end.toString("latin1").trimEnd());
}

/** Syncs a folder: a new file is on disk only when its folder's entry is, fsync(2) */
function syncFolder(folder: string): void {
  const fd = openSync(folder, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
