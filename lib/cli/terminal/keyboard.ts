/** Takes typed keys as they come: one, or several typed or pasted at once */
export type TakeKeys = (keys: Uint8Array) => void;

/**
 * The terminal of this process in raw mode: keys come one by one without echo, Ctrl-C too, until it is
 * disposed of or this process ends.
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
    // An earlier user may have paused it
    process.stdin.resume();
    process.stdin.once("end", () => this.#gone.resolve());
    process.stdin.once("error", () => this.#gone.resolve());
  }

  /** Resolves when its terminal has gone */
  get gone(): Promise<void> {
    return this.#gone.promise;
  }

  /** Passes keys to a new receiver, until that is disposed of; without one, keys are lost */
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
