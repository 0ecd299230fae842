/**
 * The undo of a command, and its steps.
 *
 * @module
 */
import type { Outcome } from "../outcome.ts";
import type { Identity } from "../../resources/identity.ts";
import type { FileOwner, Look } from "../../resources/look.ts";

/** The plan to undo a command, according to its words */
export type Plan =
  /** The command changes nothing, or only something that is removed with its owner, like a container's own files */
  | { readonly kind: "none" }
  /** The command changes something, and wirework does not know how to undo that */
  | { readonly kind: "unknown"; readonly reason: string }
  /** A program that wirework does not know */
  | { readonly kind: "stranger"; readonly program: string }
  | Undoable;

/** A command that can be undone */
export interface Undoable {
  readonly kind: "undoable";
  /** The change in words, for a question to the user: `makes the cable between A and B` */
  readonly changes: string;
  /**
   * Looks at the present state, just before the command runs.
   *
   * @throws {CannotUndo} when that state can't be restored
   */
  prepare(look: Look): Promise<Undo>;
}

/** An undoable command that is about to run */
export interface Undo {
  /** The steps back, in the order of running, as far as they are known by now */
  readonly steps: readonly InverseStep[];
  /** The command to run: the given one, or the same with a mark that identifies what it makes */
  readonly argv: readonly [string, ...string[]];
  /** Returns the final steps, once the command has run; a failed command may have changed something, too */
  complete(outcome: Outcome, look: Look): Promise<readonly InverseStep[]>;
}

/** A step of an inverse; harmless when it is repeated */
export type InverseStep =
  | {
      readonly kind: "command";
      /** The exact words, with `ip netns exec` and the like before them, and without sudo */
      readonly argv: readonly [string, ...string[]];
      /** The thing that the step undoes: once that is gone, or somebody else's, the step is skipped */
      readonly takes: Identity;
      readonly when: When;
    }
  | {
      readonly kind: "file";
      readonly path: string;
      /** Its former content, in base64; `null` for a new file */
      readonly content: string | null;
      /** Its former permissions and owner; `null` for a new file */
      readonly owner: FileOwner | null;
      readonly takes: Identity;
      readonly when: When;
    }
  | {
      /** iptables rules that a daemon has made for a bridge, and never removes */
      readonly kind: "rules";
      readonly table: string;
      /** The bridge, and its network: a rule with one of these words belongs to it */
      readonly names: readonly string[];
      /** The former output of `iptables -t $table -S`: those rules are kept */
      readonly before: readonly string[];
      readonly when: When;
    };

/** The time of a step: in reverse order among all steps, or at the very end, for programs that read restored files */
export type When = "in turn" | "last";

/** Changes nothing */
export const NONE: Plan = { kind: "none" };

/** Says in a clause why an unknown program can't be undone */
export function againstStranger(program: string): string {
  return `wirework does not know what ${program} changes`;
}

/** The plan for files that only a container sees */
export const OF_OTHER_FILES: Plan = unknown("it changes what only a container sees");

/** Makes the plan of a command that wirework can't undo; the reason is a clause: `it removes rules of any origin` */
export function unknown(reason: string): Plan {
  return { kind: "unknown", reason };
}
