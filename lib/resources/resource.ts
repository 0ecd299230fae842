/**
 * Resources: the things that commands touch. A resource identifies things of one kind, sees them, and restores them.
 *
 * @module
 */
import type { Entering } from "./entering.ts";
import type { Identity } from "./identity.ts";
import type { Look } from "./look.ts";

/** A former value that was not seen: "the MTU that A had" */
export interface AsItWas {
  /** The words for it in a sentence: `the mtu` */
  readonly was: string;
  /** The line that shows it to a person: `ip -d link show A` */
  readonly shownBy: string;
  /** The bash function that keeps it in a script, and restores it later: `undo_link_setting A mtu` */
  readonly keptBy: string;
}

/** A value that exists only once the line has run: "the handle of the new rule" */
export interface OnceRun {
  /** The words for it in a sentence: `the handle` */
  readonly is: string;
  /** The line that shows it to a person */
  readonly shownBy: string;
  /** The bash function that finds it, and notes the undo of the line: `undo_nft_rule ip T C` */
  readonly notedBy: string;
}

/** A word of a line that restores something */
export type Value = string | AsItWas | OnceRun;

/** A line that restores something */
export interface Back {
  /** The words that enter the network namespace that it runs in */
  readonly enter: Entering;
  readonly argv: readonly [string, ...Value[]];
  /** The identity of the thing, by which the journal recognises it as ours; `null` when it was not seen */
  readonly takes: Identity | null;
  /** Set when the line stands for several, such as one for each address of a link; `null` for a single line */
  readonly each: AsItWas | null;
}

/** A network namespace: what enters it, and the word after `netns` that leads on from there */
export interface Place {
  readonly enter: Entering;
  /** A name or a process id; `null` for the namespace that was entered */
  readonly netns: string | null;
}

/** Properties that all touches have in common */
export interface Touching {
  readonly place: Place;
  /**
   * `word` for an effect that the line names; `kernel` for one that the kernel adds, and undoes together with the
   * former
   */
  readonly by: "word" | "kernel";
}

/**
 * An assumption about a line when nothing was seen: it changed something, so that `up` is undone by `down`; or nothing is
 * assumed, since the link may have been up before
 */
export type Knowing = "it changed something" | "nothing";

/** A kind of thing that commands touch */
export interface Resource<Touch, State> {
  /** Sees the things of a touch: before the command runs, or again afterwards */
  see(touch: Touch, look: Look, before: State | null): Promise<State>;
  /** Explains in a clause why they can't be restored; `null` when they can */
  obstacle(touch: Touch, before: State): string | null;
  /**
   * Lists the lines that restore them, in the order to run them.
   *
   * @param after `null` as long as the command has not run
   */
  restore(touch: Touch, before: State, after: State | null): readonly Back[];
  /** Lists the same lines when nothing was seen: from the line's words, with placeholders for former values */
  restoreUnseen(touch: Touch, knowing: Knowing): readonly Back[];
}

/** Makes a line without placeholders for several others */
export function line(enter: Entering, argv: readonly [string, ...Value[]], takes: Identity | null = null): Back {
  return { enter, argv, takes, each: null };
}

/** Makes a line that stands for one for each of several things */
export function lineForEach(enter: Entering, argv: readonly [string, ...Value[]], each: AsItWas): Back {
  return { enter, argv, takes: null, each };
}
