/**
 * What undos are made of.
 *
 * @module
 */
import type { Identity } from "../../resources/identity.ts";
import type { InverseStep, Undoable, When } from "./inversion.ts";
import type { Look } from "../../resources/look.ts";
import type { Argv } from "./typed.ts";

/** A command whose way back is seen by looking at the same thing before and after it */
export interface Compared<State> {
  readonly argv: Argv;
  readonly changes: string;
  /** Looks at it; once more, when the command has run, at the same as `before` */
  see(look: Look, before: State | null): Promise<State>;
  /** The way back to `before`, in the order of running; `after` is `null` as long as the command has not run */
  steps(before: State, after: State | null): readonly InverseStep[];
}

/** Looks before and after; what a command that failed did nevertheless is seen as well */
export function comparing<State>({ argv, changes, see, steps }: Compared<State>): Undoable {
  return {
    kind: "undoable",
    changes,
    async prepare(look) {
      const before = await see(look, null);
      return {
        argv,
        steps: steps(before, null),
        complete: async (_outcome, after) => steps(before, await see(after, before)),
      };
    },
  };
}

/** A step that runs a command in a network, or on the host */
export function step(enter: readonly string[], argv: Argv, takes: Identity, when: When = "in turn"): InverseStep {
  const [program, ...words] = enter;
  return { kind: "command", argv: program === undefined ? argv : [program, ...words, ...argv], takes, when };
}
