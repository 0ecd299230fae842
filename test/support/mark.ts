/**
 * Tells what a run started from all that other tests, and other people, run on the same machine.
 */
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

/** An environment variable that a run hands on to every process of its own outside of containers */
export class Mark {
  readonly #value = `marked-${randomUUID()}`;

  /** What to start the run with: of the whole environment the runner inside is given this variable too */
  get environment(): Readonly<Record<string, string>> {
    return { NO_COLOR: this.#value };
  }

  /** The marked processes that run now, each with its id and command line; containers' end with the sandbox's first one */
  processes(): readonly { readonly pid: number; readonly command: string }[] {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`).includes(this.#value))
      .map((pid) => ({ pid: Number(pid), command: read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim() }));
  }

  /** Waits until none runs any more, for as long as is promised */
  async goneWithin(milliseconds: number): Promise<boolean> {
    const deadline = performance.now() + milliseconds;
    while (this.processes().length > 0) {
      if (performance.now() > deadline) return false;
      await Bun.sleep(10);
    }
    return true;
  }
}

/** A process may end, or belong to somebody else */
function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
