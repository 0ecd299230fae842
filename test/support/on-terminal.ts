/**
 * A program on a terminal that a test types at.
 */

/** What to start it with */
export interface TerminalSettings {
  readonly environment: Readonly<Record<string, string>>;
}

/** A program on a terminal that controls it, as a shell's does; what it has shown since it was last looked for */
export class OnTerminal implements Disposable {
  shown = "";
  readonly #run;

  constructor(argv: readonly string[], { environment }: TerminalSettings) {
    this.#run = Bun.spawn([...argv], {
      cwd: "/",
      env: { ...environment, TERM: "xterm" },
      terminal: { cols: 100, rows: 30, data: (_terminal, chunk) => void (this.shown += Buffer.from(chunk).toString()) },
    });
  }

  get exited(): Promise<number> {
    return this.#run.exited;
  }

  get pid(): number {
    return this.#run.pid;
  }

  /** Waits until it has shown something, and forgets all up to there */
  async until(text: string): Promise<string> {
    while (!this.shown.includes(text)) await Bun.sleep(5);
    const end = this.shown.indexOf(text) + text.length;
    const before = this.shown.slice(0, end);
    this.shown = this.shown.slice(end);
    return before;
  }

  type(keys: string): void {
    this.#run.terminal?.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#run.terminal?.resize(columns, rows);
  }

  close(): void {
    this.#run.terminal?.close();
  }

  [Symbol.dispose](): void {
    this.#run.kill("SIGKILL");
  }
}
