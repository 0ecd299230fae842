/** What a pipe of the kernel holds before its writer has to wait, pipe(7) */
const CAPACITY_BYTES = 65_536;

/** Nobody reads any more: what a program learns by SIGPIPE */
export class BrokenPipe extends Error {
  override readonly name = "BrokenPipe";

  constructor() {
    super("Cannot write to a pipe that nobody reads any more");
  }
}

/** What one program prints and another reads */
export class Channel implements AsyncIterable<Uint8Array> {
  readonly #chunks: Uint8Array[] = [];
  #waitingBytes = 0;
  #state: "open" | "ended" | "broken" = "open";
  #wakeReader: () => void = () => {};
  #wakeWriter: () => void = () => {};

  /**
   * Takes a piece.
   *
   * @returns when there is enough already, what to wait for before the next one; who can't wait need not
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

  /** Says that there is no more */
  end(): void {
    if (this.#state === "open") this.#state = "ended";
    this.#wakeReader();
  }

  /** Says that nobody reads any more, whatever is still to come */
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
