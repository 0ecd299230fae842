/**
 * Changes of files, inotify(7).
 *
 * @module
 */
import { ptr } from "bun:ffi";
import { closeSync } from "node:fs";

import { checked, cString, KernelError, libc } from "./libc.ts";

/** IN_NONBLOCK | IN_CLOEXEC, include/uapi/linux/inotify.h */
const NOW = 0x8_0800;
/** IN_MODIFY: written to, or cut off */
const MODIFIED = 2;

/** System call numbers */
const SYS_INOTIFY_INIT1 = process.arch === "arm64" ? 26 : 294;
const SYS_INOTIFY_ADD_WATCH = process.arch === "arm64" ? 27 : 254;

/** How often to look where nobody tells: the kernel gives a user only so many of these */
const POLL_MILLISECONDS = 2;
/** How often to look all the same */
const DOUBT_MILLISECONDS = 100;

/** Files that are watched; whoever waits is told of a change at once, and looks what it is */
export class FileChanges implements Disposable {
  readonly #source: { read(): Promise<{ readonly done: boolean }>; cancel(): Promise<void> } | null;
  readonly #fd: number | null;
  readonly #patience: number;
  #isPending = false;
  #wake: () => void = () => {};

  /**
   * Watches files that are there.
   *
   * Equivalent to: `inotifywait --monitor --event modify $files`
   */
  constructor(files: readonly string[]) {
    this.#fd = openWatch(files);
    this.#patience = this.#fd === null ? POLL_MILLISECONDS : DOUBT_MILLISECONDS;
    this.#source = this.#fd === null ? null : Bun.file(this.#fd).stream().getReader();
    void this.#pass();
  }

  /** Waits for a change since the last time that it was waited for; now and then it returns without one */
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

  /** Wakes who waits, as a change would */
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

/** `null` where the kernel gives no more of them */
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
