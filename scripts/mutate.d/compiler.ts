/** Finds faults that the compiler catches, which say nothing about tests. */
import { Copy } from "./copy.ts";
import type { Fault } from "./faults/fault.ts";

/** Unused names are ignored: whoever made the mistake would have removed them, too */
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
   * @throws {Error} when the compiler rejects even the unchanged project
   */
  static async of(original: string, folder: string): Promise<Compiler> {
    const compiler = new Compiler(Copy.ofSources(original, folder));
    if (!(await compiler.#succeeds(CHECK)))
      throw new Error("Cannot tell faults of types: `bun check` fails without any");
    return compiler;
  }

  /**
   * Reports whether a fault leaves a valid program: one whose types are right, or a script that a shell can
   * parse
   */
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
