/**
 * How a command is taken back.
 *
 * @module
 */
import type { Outcome } from "../outcome.ts";
import type { Identity } from "../../resources/identity.ts";
import type { FileOwner, Look } from "../../resources/look.ts";

/** What a command's words say of how it is taken back */
export type Plan =
  /** It changes nothing, or only what goes along with something else: a container's own files */
  | { readonly kind: "none" }
  /** It changes something, and nobody here knows how that is taken back */
  | { readonly kind: "unknown"; readonly reason: string }
  /** A program that is in no table of ours */
  | { readonly kind: "stranger"; readonly program: string }
  | Undoable;

/** A command that can be taken back */
export interface Undoable {
  readonly kind: "undoable";
  /** What it changes, for who is asked before: `makes the cable between A and B` */
  readonly changes: string;
  /**
   * Looks at what there is just before the command runs.
   *
   * @throws {CannotUndo} when what it finds can't be brought back
   */
  prepare(look: Look): Promise<Undo>;
}

/** An undoable command that is about to run */
export interface Undo {
  /** The way back to what was before, in the order in which they are to run, as far as it is known by now */
  readonly steps: readonly InverseStep[];
  /** What is to run: the command itself, or the same with a mark by which its work is known again */
  readonly argv: readonly [string, ...string[]];
  /** The same steps, once it has run, with all that is known only then; of a command that failed, what it did nevertheless */
  complete(outcome: Outcome, look: Look): Promise<readonly InverseStep[]>;
}

/** A step of an inverse; harmless when it is repeated */
export type InverseStep =
  | {
      readonly kind: "command";
      /** Exactly, with `ip netns exec` and the like before it; no sudo */
      readonly argv: readonly [string, ...string[]];
      /** What it takes back: once that is gone, or is another's, the step is not done */
      readonly takes: Identity;
      readonly when: When;
    }
  | {
      readonly kind: "file";
      readonly path: string;
      /** What was in it, in base64; `null` where it was not there */
      readonly content: string | null;
      /** Its permissions and owner; `null` where it was not there */
      readonly owner: FileOwner | null;
      readonly takes: Identity;
      readonly when: When;
    }
  | {
      /** Rules of iptables that a daemon has made for a bridge, and does not take away itself */
      readonly kind: "rules";
      readonly table: string;
      /** The bridge, and its network: a rule that has one of these words is for it */
      readonly names: readonly string[];
      /** What `iptables -t $table -S` printed before; rules that were there are not taken */
      readonly before: readonly string[];
      readonly when: When;
    };

/** Backwards among all steps, or once at the very end, as what reads a file that an earlier step has yet to restore */
export type When = "in turn" | "last";

/** Changes nothing */
export const NONE: Plan = { kind: "none" };

/** Tells why a program that is in no table of ours can't be undone; goes on a sentence */
export function againstStranger(program: string): string {
  return `wirework does not know what ${program} changes`;
}

/** Changes files that the host does not see, nor who looks at it */
export const OF_OTHER_FILES: Plan = unknown("it changes what only a container sees");

/** Cannot be taken back, or nobody here knows how; the reason goes on a sentence: `it removes rules of any origin` */
export function unknown(reason: string): Plan {
  return { kind: "unknown", reason };
}
