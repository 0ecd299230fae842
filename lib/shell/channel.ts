/** The capacity of a pipe, pipe(7), after which its writer waits */
const CAPACITY_BYTES = 65_536;

/** Thrown when nobody reads any more, as SIGPIPE reports it to a program */
export class BrokenPipe extends Error {
  override readonly name = "BrokenPipe";

  constructor() {
    super("Cannot write to a pipe without a reader");
  }
}

/** A pipe between two commands */
export class Channel implements AsyncIterable<Uint8Array> {
  readonly #chunks: Uint8Array[] = [];
  #waitingBytes = 0;
  #state: "open" | "ended" | "broken" = "open";
  #wakeReader: () => void = () => {};
  #wakeWriter: () => void = () => {};

  /**
   * Takes a chunk.
   *
   * @returns when the pipe is full, a promise to await before the next chunk; a writer that can't wait may
   * ignore it
   * @throws {BrokenPipe} when its reader has gone
   */
  readonly sink = (chunk: Uint8Array): void | Promise<void> => {
    if (this.#state === "broken") throw new BrokenPipe();
    this.#chunks.push(chunk);
    this.#waitingBytes += chunk.byteLength;
    this.#wakeReader();
    if (this.#waitingBytes < CAPACITY_BYTES) return;
    return new Promise((resolve) => (this.#wakeWriter = resolve));
  };

  /** Marks the end of the data */
  end(): void {
    if (this.#state === "open") this.#state = "ended";
    this.#wakeReader();
  }

  /** Ends reading, whatever is still to come */
  abandon(): void {
    this.#state = "broken";
    this.#chunks.length = 0;
    this.#wakeReader();
    this.#wakeWriter();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const chunk = this.#chunks.shift();
        if (chunk !== undefined) yield this.#taken(chunk);
        else if (this.#state !== "open") return;
        else await new Promise<void>((resolve) => (this.#wakeReader = resolve));
      }
    } finally {
      this.abandon();
    }
  }

  #taken(chunk: Uint8Array): Uint8Array {
    this.#waitingBytes -= chunk.byteLength;
    if (this.#waitingBytes < CAPACITY_BYTES) this.#wakeWriter();
    return chunk;
  }
}
