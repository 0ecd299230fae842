/** Takes what is typed, as it comes: a key, or several that were typed at once or pasted */
export type TakeKeys = (keys: Uint8Array) => void;

/**
 * The keyboard of this process's own terminal, key by key and with no echo, Ctrl-C too; until it is disposed of, or this
 * process ends.
 *
 * Equivalent to: `stty raw opost -echo`
 */
export class Keyboard implements Disposable {
  readonly #takers: TakeKeys[] = [];
  readonly #gone = Promise.withResolvers<void>();
  readonly #pass = (chunk: Buffer | string): void => this.#takers.at(-1)?.(Buffer.from(chunk));
  readonly #restore = () => void process.stdin.setRawMode(false);

  constructor() {
    process.stdin.setRawMode(true);
    process.on("exit", this.#restore);
    process.stdin.on("data", this.#pass);
    // Whoever had it before may have paused it
    process.stdin.resume();
    process.stdin.once("end", () => this.#gone.resolve());
    process.stdin.once("error", () => this.#gone.resolve());
  }

  /** Waits until its terminal has gone */
  get gone(): Promise<void> {
    return this.#gone.promise;
  }

  /** Gives keys to somebody, and no more to who had them before, until it is disposed of; where nobody has them, they are lost */
  give(take: TakeKeys): Disposable {
    this.#takers.push(take);
    return { [Symbol.dispose]: () => void this.#takers.splice(this.#takers.lastIndexOf(take), 1) };
  }

  [Symbol.dispose](): void {
    process.stdin.off("data", this.#pass);
    process.stdin.pause();
    process.off("exit", this.#restore);
    this.#restore();
  }
}
