/**
 * Holds a process by a descriptor, pidfd_open(2), which always means that process, even when its id is used
 * again.
 *
 * @module
 */
import { closeSync } from "node:fs";
import { constants } from "node:os";

import { checked, KernelError, libc } from "../libc.ts";
import { processStartEver } from "./process-start.ts";

/** System call numbers are the same on every architecture since Linux 5.1 */
const SYS_PIDFD_SEND_SIGNAL = 424;
const SYS_PIDFD_OPEN = 434;

/** Constants of `struct pollfd { int fd; short events, revents }`, poll(2) */
const POLLIN = 1;
const POLL_MILLISECONDS = 2;

/** A process, held by a descriptor */
export interface ProcessHandle extends Disposable {
  /** Sends it a signal; does nothing when it has ended */
  signal(signal: NodeJS.Signals): void;
  /** Reports whether it has ended; the first process of a PID namespace ends after all others in it */
  hasEnded(): boolean;
  /** Waits until it has ended */
  ended(): Promise<void>;
}

/**
 * Opens a process if it is still the one with that start time. Since Linux 5.3.
 *
 * @param start the result of `processStart`
 * @returns `null` when it has ended; another process may have its id
 * @throws {KernelError} `EMFILE` when too many files are open
 */
export function openProcess(pid: number, start: string): ProcessHandle | null {
  const fd = Number(libc.syscall(SYS_PIDFD_OPEN, pid, 0, 0, 0, 0));
  if (fd < 0) return unlessGone(`open process ${pid}`);
  // Checked after opening: from then on the id does not matter
  if (processStartEver(pid) !== start) {
    closeSync(fd);
    return null;
  }
  const hasEnded = () => isReadable(fd);
  return {
    signal(signal) {
      const result = Number(libc.syscall(SYS_PIDFD_SEND_SIGNAL, fd, constants.signals[signal], 0, 0, 0));
      if (result < 0) unlessGone(`signal process ${pid}`);
    },
    hasEnded,
    async ended() {
      while (!hasEnded()) await Bun.sleep(POLL_MILLISECONDS);
    },
    [Symbol.dispose]: () => closeSync(fd),
  };
}

/**
 * Returns `null` when the last call failed because there is no such process.
 *
 * @throws {KernelError} for any other error
 */
function unlessGone(action: string): null {
  try {
    checked(action, -1);
  } catch (error) {
    if (!(error instanceof KernelError && error.code === "ESRCH")) throw error;
  }
  return null;
}

/** Polls a descriptor: that of an ended process is readable */
function isReadable(fd: number): boolean {
  return checked("look at a process", libc.poll(new Int32Array([fd, POLLIN]), 1, 0)) > 0;
}
