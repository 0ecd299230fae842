/** Recognises the processes of a run among those of other tests and people. */
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

/** An environment variable that a run passes on to all its processes outside containers */
export class Mark {
  readonly #value = `marked-${randomUUID()}`;

  /** Returns the environment to start the run with; the runner inside gets this variable too */
  get environment(): Readonly<Record<string, string>> {
    return { NO_COLOR: this.#value };
  }

  /**
   * Lists the marked processes with ids and command lines; those in containers end with the sandbox's first
   * process
   */
  processes(): readonly { readonly pid: number; readonly command: string }[] {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`).includes(this.#value))
      .map((pid) => ({ pid: Number(pid), command: read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim() }));
  }

  /** Waits until none is left, up to a promised time */
  async goneWithin(milliseconds: number): Promise<boolean> {
    const deadline = performance.now() + milliseconds;
    while (this.processes().length > 0) {
      if (performance.now() > deadline) return false;
      await Bun.sleep(10);
    }
    return true;
  }
}

/** Reads a file of a process; it may have ended, or belong to another user */
function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
