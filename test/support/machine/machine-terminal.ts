import { plainText } from "../../../lib/recipe/plain-text.ts";
import type { DisposableMachine } from "./disposable-machine.ts";
import { readableProject } from "../project.ts";
import { BARE } from "../wirework.ts";

/** `scripts/wirework` on a terminal of a machine */
export class MachineTerminal {
  #shown = "";
  readonly #run;

  constructor(machine: DisposableMachine, args: readonly string[]) {
    const argv = machine.entered([`${readableProject()}/scripts/wirework`, ...args]);
    // Ctrl-C reaches every program on the terminal, and nsenter would not wait for its child
    this.#run = Bun.spawn(["env", "--ignore-signal=INT", ...argv], {
      cwd: "/",
      env: { ...BARE, HOME: "/root", TERM: "xterm" },
      terminal: { cols: 120, rows: 50, data: (_, chunk) => void (this.#shown += Buffer.from(chunk).toString()) },
    });
  }

  /** Returns the output as a person sees it */
  get shown(): string {
    return plainText(this.#shown);
  }

  get exited(): Promise<number> {
    return this.#run.exited;
  }

  get hasEnded(): boolean {
    return this.#run.exitCode !== null || this.#run.signalCode !== null;
  }

  /** Waits for this output */
  async until(text: string): Promise<void> {
    while (!this.shown.includes(text)) {
      if (this.hasEnded) throw new Error(`It ended without "${text}": ${this.shown}`);
      await Bun.sleep(5);
    }
  }

  type(keys: string): void {
    this.#run.terminal?.write(keys);
  }

  close(): void {
    this.#run.terminal?.close();
  }
}
