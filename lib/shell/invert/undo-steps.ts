/**
 * Parts of undo plans.
 *
 * @module
 */
import type { Entering } from "../../resources/entering.ts";
import type { Identity } from "../../resources/identity.ts";
import type { InverseStep, Undoable, When } from "./inversion.ts";
import type { Look } from "../../resources/look.ts";
import type { Argv } from "./typed.ts";

/** A command whose undo follows from the state before and after it */
export interface Compared<State> {
  readonly argv: Argv;
  readonly changes: string;
  /** Reads the state; after the command has run, that of the same things as `before` */
  see(look: Look, before: State | null): Promise<State>;
  /** Plans the steps back to `before`, in the order of running; `after` is `null` until the command has run */
  steps(before: State, after: State | null): readonly InverseStep[];
}

/** Plans an undo that looks before and after, and so sees the changes of a failed command, too */
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

/** Makes a step that runs a command in a network, or on the host */
export function step(enter: Entering, argv: Argv, takes: Identity, when: When = "in turn"): InverseStep {
  const [program, ...words] = enter.words;
  return { kind: "command", argv: program === undefined ? argv : [program, ...words, ...argv], takes, when };
}
