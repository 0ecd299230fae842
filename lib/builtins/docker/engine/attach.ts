/**
 * The client's side of a container: what it prints, what is typed, and how it ends.
 *
 * @module
 */
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";

import type { Streams } from "../../builtin.ts";
import { Tail } from "./tail.ts";
import type { ContainerFiles } from "./store.ts";

const POLL_MILLISECONDS = 2;

/** A container that a client has its hands on; its files stay open, so that it may be removed meanwhile */
export class Attachment implements Disposable {
  readonly #output: Tail;
  readonly #errors: Tail;
  readonly #exit: number;
  /** Open for both, so that opening waits for nobody; closing it is the end of the container's input */
  #input: number | null;

  /** Takes hold of a container, before or after its start; what it printed before is left out */
  constructor(files: ContainerFiles) {
    this.#output = new Tail(files.output);
    this.#errors = new Tail(files.errors);
    this.#exit = openSync(files.exit, "r");
    this.#input = openSync(files.input, constants.O_RDWR | constants.O_NONBLOCK);
  }

  /** Passes on what it prints until it has ended; its exit status */
  async follow({ output, errors }: Pick<Streams, "output" | "errors">): Promise<number> {
    for (;;) {
      // The status is written after the last byte of output
      const status = this.#status();
      this.#output.drain(output);
      this.#errors.drain(errors);
      if (status !== "") return Number(status);
      await Bun.sleep(POLL_MILLISECONDS);
    }
  }

  /** Passes on what is typed, and then the end of it */
  async type(input: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of input) await this.#send(chunk);
    this.closeInput();
  }

  /** Ends the container's input, unless others have a hold of it */
  closeInput(): void {
    if (this.#input !== null) closeSync(this.#input);
    this.#input = null;
  }

  [Symbol.dispose](): void {
    this.closeInput();
    closeSync(this.#exit);
    this.#output[Symbol.dispose]();
    this.#errors[Symbol.dispose]();
  }

  async #send(chunk: Uint8Array): Promise<void> {
    let rest = chunk;
    while (rest.byteLength > 0 && this.#input !== null && this.#status() === "") {
      rest = rest.subarray(writeWhatFits(this.#input, rest));
      if (rest.byteLength > 0) await Bun.sleep(POLL_MILLISECONDS);
    }
  }

  #status(): string {
    const bytes = Buffer.alloc(8);
    return bytes.toString("utf8", 0, readSync(this.#exit, bytes, 0, bytes.byteLength, 0)).trim();
  }
}

/** How many bytes a pipe took; none when it is full */
function writeWhatFits(pipe: number, bytes: Uint8Array): number {
  try {
    return writeSync(pipe, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return 0;
    throw error;
  }
}
