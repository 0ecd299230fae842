/**
 * Tells which faults the compiler catches: those say nothing of tests.
 */
import { Copy } from "./copy.ts";
import type { Fault } from "./faults/fault.ts";

/** What a fault leaves unused is no fault of types: whoever makes it removes that, too */
const CHECK = ["check", "--noUnusedLocals", "false", "--noUnusedParameters", "false"] as const;

/** A copy of the sources that is compiled with a fault in it */
export class Compiler {
  readonly #copy: Copy;

  constructor(original: string, folder: string) {
    this.#copy = Copy.ofSources(original, folder);
  }

  /** Reports whether what a fault leaves is a program: one whose types are right, or a script that a shell can read */
  async accepts(fault: Fault): Promise<boolean> {
    this.#copy.put(fault);
    const line = fault.file.endsWith(".sh") ? ["bash", "-n", fault.file] : [process.execPath, ...CHECK];
    const checking = Bun.spawn(line, { cwd: this.#copy.project, stdio: ["ignore", "ignore", "ignore"] });
    const status = await checking.exited;
    this.#copy.restore(fault);
    return status === 0;
  }
}
