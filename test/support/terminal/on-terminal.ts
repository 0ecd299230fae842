/** A program on a terminal that a test types at. */

/** Settings for starting it */
export interface TerminalSettings {
  readonly environment: Readonly<Record<string, string>>;
}

/** The longest wait for output, and after its program's end */
const PATIENCE_MS = 120_000;
const LAST_BYTES_MS = 5000;

/** A program on its controlling terminal, as a shell has it, and its output since the last look */
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

  /** Waits for output, and drops everything up to it; fails when it can't come any more, or takes too long */
  async until(text: string): Promise<string> {
    const began = Date.now();
    let ended: number | null = null;
    while (!this.shown.includes(text)) {
      const now = Date.now();
      // A terminal's last bytes come after its program's end
      if (this.#run.exitCode !== null || this.#run.signalCode !== null) ended ??= now;
      const isTooLate = (ended !== null && now - ended > LAST_BYTES_MS) || now - began > PATIENCE_MS;
      if (isTooLate) throw new Error(`Expected ${JSON.stringify(text)} on the terminal, and saw ${this.#state()}`);
      await Bun.sleep(5);
    }
    const end = this.shown.indexOf(text) + text.length;
    const before = this.shown.slice(0, end);
    this.shown = this.shown.slice(end);
    return before;
  }

  #state(): string {
    const { exitCode, signalCode } = this.#run;
    const end = signalCode ?? exitCode;
    return `${JSON.stringify(this.shown)}, ${end === null ? "still running" : `ended with ${end}`}`;
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
