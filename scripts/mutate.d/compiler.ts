/**
 * Tells which faults the compiler catches: those say nothing of tests.
 */
import { Copy } from "./copy.ts";
import type { Fault } from "./faults/fault.ts";

/** What a fault leaves unused is no fault of types: whoever makes it removes that, too */
const CHECK = [process.execPath, "check", "--noUnusedLocals", "false", "--noUnusedParameters", "false"] as const;

/** A copy of the sources that is compiled with a fault in it */
export class Compiler {
  readonly #copy: Copy;

  private constructor(copy: Copy) {
    this.#copy = copy;
  }

  /**
   * Makes the copy.
   *
   * @throws {Error} when the compiler accepts not even the project as it is
   */
  static async of(original: string, folder: string): Promise<Compiler> {
    const compiler = new Compiler(Copy.ofSources(original, folder));
    if (!(await compiler.#succeeds(CHECK)))
      throw new Error("Cannot tell faults of types: `bun check` fails without any");
    return compiler;
  }

  /** Reports whether what a fault leaves is a program: one whose types are right, or a script that a shell can read */
  async accepts(fault: Fault): Promise<boolean> {
    this.#copy.put(fault);
    const accepted = await this.#succeeds(fault.file.endsWith(".sh") ? ["bash", "-n", fault.file] : CHECK);
    this.#copy.restore(fault);
    return accepted;
  }

  async #succeeds(line: readonly string[]): Promise<boolean> {
    const checking = Bun.spawn([...line], { cwd: this.#copy.project, stdio: ["ignore", "ignore", "ignore"] });
    return (await checking.exited) === 0;
  }
}
