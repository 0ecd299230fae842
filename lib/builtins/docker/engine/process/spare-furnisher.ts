/**
 * Starts a furnisher before a container is requested: starting takes most of its time, and overlaps with
 * other work.
 *
 * @module
 */
import { closeSync, openSync, readFileSync } from "node:fs";

import { FurnisherProcess, IN_OWN_NETWORK } from "./furnisher-process.ts";

interface Spare {
  readonly furnisher: FurnisherProcess;
  /** The mounts when its mount namespace was made: it doesn't see later changes */
  readonly mounts: string;
}

/** The largest order: one page, which a pipe takes at once */
const MOST_BYTES = 4096;

let stillWanted = 0;
let spare: Spare | null = null;

/**
 * Keeps a spare furnisher from now on, for a program that starts containers on terminals; it ends with the
 * program at the latest.
 *
 * @param times the total number of spares, one after another
 */
export function keepSpareFurnisher(times: number): void {
  stillWanted = times;
  spare ??= nextSpare();
}

/**
 * Takes the spare furnisher, and starts the next.
 *
 * @param words its order
 * @returns `null` when there is none, or it doesn't fit: too many words, or mounts have changed
 */
export function takeSpareFurnisher(words: readonly string[]): FurnisherProcess | null {
  if (spare === null || Buffer.byteLength(JSON.stringify(words)) >= MOST_BYTES) return null;
  const taken = spare;
  const mounts = mountsNow();
  spare = nextSpare();
  if (taken.mounts === mounts && taken.furnisher.order(words)) return taken.furnisher;
  void taken.furnisher[Symbol.asyncDispose]();
  return null;
}

function nextSpare(): Spare | null {
  if (stillWanted === 0) return null;
  stillWanted -= 1;
  const mounts = mountsNow();
  const nowhere = openSync("/dev/null", "r+");
  try {
    return { furnisher: new FurnisherProcess(IN_OWN_NETWORK, [], [nowhere, nowhere, nowhere]), mounts };
  } finally {
    closeSync(nowhere);
  }
}

function mountsNow(): string {
  return readFileSync("/proc/self/mountinfo", "utf8");
}
