/**
 * A furnisher that is started before anybody asks for a container: it has done what takes most of its time, which is to start,
 * while whoever will ask is busy with something else.
 *
 * @module
 */
import { closeSync, openSync, readFileSync } from "node:fs";

import { FurnisherProcess, IN_OWN_NETWORK } from "./furnisher-process.ts";

interface Spare {
  readonly furnisher: FurnisherProcess;
  /** What was mounted when it got a mount namespace of its own: what comes or goes later it would not see */
  readonly mounts: string;
}

/** What its order may be: a page of a pipe, which takes that at once */
const MOST_BYTES = 4096;

let stillWanted = 0;
let spare: Spare | null = null;

/**
 * Keeps one from now on, for a program that starts some containers on terminals; it ends with that at the latest.
 *
 * @param times how many there are to be in all, one after another
 */
export function keepSpareFurnisher(times: number): void {
  stillWanted = times;
  spare ??= nextSpare();
}

/**
 * Takes the spare one, and starts the next.
 *
 * @param words what it is to furnish for
 * @returns `null` where there is none, or not for that: too many words, or mounts have changed
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
