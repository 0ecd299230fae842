/** A simulated reader who pastes the article's lines into `wirework shell`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { LabMachine } from "./machine/lab-machine.ts";
import { OnTerminal } from "./terminal/on-terminal.ts";
import { BARE } from "./wirework.ts";

/** Returns a section's lines that are typed, or describe what is typed, with the values printed there */
export function sectionLines(name: string): readonly string[] {
  return readFileSync(join(import.meta.dir, "../tutorial", `${name}.txt`), "utf8")
    .trimEnd()
    .split("\n");
}

/** Returns a line as the page shows it: with its non-breaking spaces, and the damaged template */
export function asOnPage(line: string): string {
  return line.replaceAll(" ", "\u00a0").replace("{{.State.Pid}}", "``.`State`.`Pid`");
}

/** A container's prompt is shown again when Docker has sent the terminal's size */
const PROMPTS = { "the host's": "shell:/# ", "a container's": ":/# " } as const;

/** A terminal with a shell that gets bracketed pastes */
export class PastingTerminal implements Disposable {
  readonly #terminal: OnTerminal;

  constructor(machine: LabMachine, ...args: readonly string[]) {
    this.#terminal = new OnTerminal(machine.line(...args), { environment: { ...BARE, ...machine.environment } });
  }

  /** Waits for the next prompt; returns the output up to and including it, without escape sequences */
  async prompt(whose: keyof typeof PROMPTS): Promise<string> {
    const shown = await this.#terminal.until(PROMPTS[whose]);
    // oxlint-disable-next-line no-control-regex -- they begin with one
    return shown.replaceAll(/\x1b\[[\d;?]*[A-Za-z]|\r/g, "");
  }

  /** Pastes a line, enters it, and waits for the next prompt; returns the output before it */
  paste(line: string, next: keyof typeof PROMPTS): Promise<string> {
    this.#terminal.type(`\x1b[200~${line}\x1b[201~`);
    this.#terminal.type("\r");
    return this.prompt(next);
  }

  type(keys: string): void {
    this.#terminal.type(keys);
  }

  until(text: string): Promise<string> {
    return this.#terminal.until(text);
  }

  get exited(): Promise<number> {
    return this.#terminal.exited;
  }

  [Symbol.dispose](): void {
    this.#terminal[Symbol.dispose]();
  }
}

/** A reader with several terminals: the first has opened the host and runs a container; others have joined it */
export class ArticleReader implements Disposable {
  readonly host: PastingTerminal;
  readonly containers: PastingTerminal[] = [];
  /** Values of this run, by the article's */
  readonly values = new Map<string, string>();
  readonly #machine: LabMachine;
  readonly #first: PastingTerminal;

  /** Opens a fresh host, and joins it */
  static async open(machine: LabMachine, ...options: readonly string[]): Promise<ArticleReader> {
    const first = new PastingTerminal(machine, "shell", ...options);
    await first.prompt("the host's");
    const host = new PastingTerminal(machine, "shell", "shell");
    await host.prompt("the host's");
    return new ArticleReader(machine, first, host);
  }

  private constructor(machine: LabMachine, first: PastingTerminal, host: PastingTerminal) {
    this.#machine = machine;
    this.#first = first;
    this.host = host;
  }

  /** Pastes lines of the cleaned article as the page shows them, with this run's values; returns the output */
  async follow(lines: readonly string[]): Promise<string> {
    let shown = "";
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1] ?? "";
      const pasted = asOnPage(this.#here(line));
      if (/^\$ .*docker run /.test(line)) shown += await this.#start(pasted, next);
      else if (line.startsWith("$$ "))
        shown += await (this.containers.at(-1) ?? this.host).paste(pasted, "a container's");
      else if (/^(?:\$|#) /.test(line)) shown += await this.#onHost(pasted, next);
    }
    return shown;
  }

  /** Ends the first shell, and with it the host, and waits until all have ended */
  async end(): Promise<number> {
    this.containers[0]?.type("\x04");
    if (this.containers.length > 0) await this.#first.prompt("the host's");
    this.#first.type("exit 0\r");
    const [status] = await Promise.all([
      this.#first.exited,
      this.host.exited,
      ...this.containers.map((one) => one.exited),
    ]);
    return status;
  }

  [Symbol.dispose](): void {
    for (const terminal of [this.#first, this.host, ...this.containers]) terminal[Symbol.dispose]();
  }

  async #start(pasted: string, next: string): Promise<string> {
    const terminal = this.containers.length === 0 ? this.#first : new PastingTerminal(this.#machine, "shell", "shell");
    if (terminal !== this.#first) await terminal.prompt("the host's");
    this.containers.push(terminal);
    const shown = await terminal.paste(pasted, "a container's");
    const sample = /^root@(\w+):/.exec(next)?.[1] ?? `container ${this.containers.length}`;
    this.values.set(sample, /root@([0-9a-f]{12}):\/# $/.exec(shown)?.[1] ?? "");
    return shown;
  }

  async #onHost(pasted: string, next: string): Promise<string> {
    const shown = await this.host.paste(pasted, "the host's");
    if (/^\d+$/.test(next) && pasted.includes("inspect")) this.values.set(next, /^(\d+)$/m.exec(shown)?.[1] ?? "");
    return shown;
  }

  #here(line: string): string {
    let text = line;
    for (const [sample, value] of this.values) text = text.replaceAll(sample, value);
    return text;
  }
}
