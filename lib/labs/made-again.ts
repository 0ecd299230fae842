import type { InverseStep } from "../shell/invert/inversion.ts";

/**
 * Remembers the paths at which an undo has created a file or folder again. Earlier lines identify these by
 * inode, and the new ones have other inodes.
 */
export class MadeAgain {
  readonly #paths = new Set<string>();

  /** Remembers what a step has created, and follows what it has moved */
  note(step: InverseStep): void {
    if (step.kind === "file" && step.content !== null) this.#paths.add(step.path);
    if (step.kind !== "command") return;
    const { takes } = step;
    if (takes.kind === "folder" && takes.change === "removed") this.#paths.add(takes.path);
    if (takes.kind !== "moved") return;
    for (const path of this.#paths)
      if (path === takes.to || path.startsWith(`${takes.to}/`))
        this.#paths.add(`${takes.from}${path.slice(takes.to.length)}`);
  }

  /** Returns the step without the inode of anything that this undo has created again */
  known(step: InverseStep): InverseStep {
    if (step.kind !== "command") return step;
    const { takes } = step;
    if (takes.kind === "folder" && this.#paths.has(takes.path)) return { ...step, takes: { ...takes, inode: null } };
    if (takes.kind === "moved" && this.#paths.has(takes.to)) return { ...step, takes: { ...takes, inode: null } };
    return step;
  }
}
