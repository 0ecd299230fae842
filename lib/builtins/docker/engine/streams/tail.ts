import { closeSync, fstatSync, openSync, readSync } from "node:fs";

import type { Sink } from "../../../builtin.ts";

const CHUNK_BYTES = 65_536;

/**
 * Follows a file from a position on.
 *
 * Equivalent to: `tail --bytes=0 --follow $file`, from now on
 */
export class Tail implements Disposable {
  readonly #fd: number;
  readonly #buffer = Buffer.alloc(CHUNK_BYTES);
  #position: number;

  constructor(file: string, from: "the start" | "now") {
    this.#fd = openSync(file, "r");
    this.#position = from === "now" ? fstatSync(this.#fd).size : 0;
  }

  /** Passes on the contents so far */
  drain(sink: Sink): void {
    for (;;) {
      const count = readSync(this.#fd, this.#buffer, 0, CHUNK_BYTES, this.#position);
      if (count === 0) return;
      this.#position += count;
      sink(Buffer.from(this.#buffer.subarray(0, count)));
    }
  }

  [Symbol.dispose](): void {
    closeSync(this.#fd);
  }
}
