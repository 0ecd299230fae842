/**
 * The client's side of a container: its output, its input, and its end.
 *
 * @module
 */
import { closeSync, constants, openSync, writeSync } from "node:fs";

import { FileChanges } from "../../../../netlink/inotify.ts";
import type { Streams } from "../../../builtin.ts";
import { DockerFailure } from "../../../../programs/docker/failure.ts";
import type { ContainerRecord } from "../container.ts";
import { ExitFile } from "./exit-file.ts";
import { type ContainerFiles, filesOf } from "../store.ts";
import { Tail } from "./tail.ts";

const POLL_MILLISECONDS = 2;

/** A client's connection to a container; the files stay open, so the container may be removed meanwhile */
export class Attachment implements Disposable {
  readonly #output: Tail;
  readonly #errors: Tail;
  readonly #exit: ExitFile;
  readonly #changes: FileChanges;
  /** Open for reading and writing, so that opening does not block; closing it ends the container's input */
  #input: number | null;
  #isLeft = false;

  private constructor(files: ContainerFiles, exit: ExitFile, from: "the start" | "now") {
    this.#output = new Tail(files.output, from);
    this.#errors = new Tail(files.errors, from);
    this.#exit = exit;
    this.#changes = new FileChanges([files.output, files.errors, files.exit]);
    this.#input = openSync(files.input, constants.O_RDWR | constants.O_NONBLOCK);
  }

  /**
   * Attaches to a container, before or after its start.
   *
   * @param from the position in the output of all its runs at which to begin
   * @throws {DockerFailure} when it is removed, in Docker's words
   */
  static to({ id }: ContainerRecord, from: "the start" | "now"): Attachment {
    const files = filesOf(id);
    const exit = ExitFile.open(files.exit);
    if (exit === null) throw new DockerFailure(`Error: No such container: ${id}`);
    return new Attachment(files, exit, from);
  }

  /** Passes on its output until it has ended, or the user detaches; returns its exit status */
  async follow(streams: Pick<Streams, "output" | "errors">): Promise<number | "left"> {
    for (;;) {
      // The status is written after the last byte of output
      const status = this.#exit.read();
      this.catchUp(streams);
      if (status !== null) return status;
      if (this.#isLeft) return "left";
      await this.#changes.next();
    }
  }

  /** Passes on the output so far */
  catchUp({ output, errors }: Pick<Streams, "output" | "errors">): void {
    this.#output.drain(output);
    this.#errors.drain(errors);
  }

  /** Passes on the input, and its end */
  async type(input: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of input) await this.#send(chunk);
    this.closeInput();
  }

  /** Detaches while it runs */
  leave(): void {
    this.#isLeft = true;
    this.#changes.wake();
  }

  /** Closes the container's input, unless others hold it open */
  closeInput(): void {
    if (this.#input !== null) closeSync(this.#input);
    this.#input = null;
  }

  [Symbol.dispose](): void {
    this.closeInput();
    this.#changes[Symbol.dispose]();
    this.#exit[Symbol.dispose]();
    this.#output[Symbol.dispose]();
    this.#errors[Symbol.dispose]();
  }

  async #send(chunk: Uint8Array): Promise<void> {
    let rest = chunk;
    while (rest.byteLength > 0 && this.#input !== null && this.#exit.read() === null) {
      rest = rest.subarray(writeWhatFits(this.#input, rest));
      if (rest.byteLength > 0) await Bun.sleep(POLL_MILLISECONDS);
    }
  }
}

/** Returns the number of bytes that a pipe took; 0 when it is full */
function writeWhatFits(pipe: number, bytes: Uint8Array): number {
  try {
    return writeSync(pipe, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return 0;
    throw error;
  }
}
