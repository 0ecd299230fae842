/**
 * Watches files for changes, inotify(7).
 *
 * @module
 */
import { ptr } from "bun:ffi";
import { closeSync } from "node:fs";

import { checked, cString, KernelError, libc } from "./libc.ts";

/** IN_NONBLOCK | IN_CLOEXEC, include/uapi/linux/inotify.h */
const NOW = 0x8_0800;
/** IN_MODIFY: written or truncated */
const MODIFIED = 2;

/** System call numbers */
const SYS_INOTIFY_INIT1 = process.arch === "arm64" ? 26 : 294;
const SYS_INOTIFY_ADD_WATCH = process.arch === "arm64" ? 27 : 254;

/** The polling interval where the kernel refuses another inotify instance: their number per user is limited */
const POLL_MILLISECONDS = 2;
/** The polling interval beside inotify, as a precaution */
const DOUBT_MILLISECONDS = 100;

/** Watched files. A waiter wakes at any change, and finds out itself what it is */
export class FileChanges implements Disposable {
  readonly #source: { read(): Promise<{ readonly done: boolean }>; cancel(): Promise<void> } | null;
  readonly #fd: number | null;
  readonly #patience: number;
  #isPending = false;
  #wake: () => void = () => {};

  /**
   * Watches existing files.
   *
   * Equivalent to: `inotifywait --monitor --event modify $files`
   */
  constructor(files: readonly string[]) {
    this.#fd = openWatch(files);
    this.#patience = this.#fd === null ? POLL_MILLISECONDS : DOUBT_MILLISECONDS;
    this.#source = this.#fd === null ? null : Bun.file(this.#fd).stream().getReader();
    void this.#pass();
  }

  /** Waits for a change since the last call; it may return without one */
  async next(): Promise<void> {
    if (!this.#isPending) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      const timer = setTimeout(resolve, this.#patience);
      await promise;
      clearTimeout(timer);
    }
    this.#isPending = false;
  }

  /** Wakes the waiter, as a change would */
  wake(): void {
    this.#isPending = true;
    this.#wake();
  }

  async #pass(): Promise<void> {
    if (this.#source === null) return;
    while (!(await this.#source.read()).done) this.wake();
  }

  [Symbol.dispose](): void {
    void this.#source?.cancel();
    if (this.#fd !== null) closeSync(this.#fd);
  }
}

/** Opens an inotify instance; `null` when the kernel refuses another one */
function openWatch(files: readonly string[]): number | null {
  const fd = Number(libc.syscall(SYS_INOTIFY_INIT1, NOW, 0, 0, 0, 0));
  if (fd < 0) return null;
  try {
    for (const file of files) {
      const path = cString(file);
      checked(`watch "${file}"`, Number(libc.syscall(SYS_INOTIFY_ADD_WATCH, fd, ptr(path), MODIFIED, 0, 0)));
    }
    return fd;
  } catch (error) {
    closeSync(fd);
    if (error instanceof KernelError) return null;
    throw error;
  }
}
