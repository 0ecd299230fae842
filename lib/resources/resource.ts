/**
 * What commands touch: how each kind of thing is told apart, seen, and brought back.
 *
 * @module
 */
import type { Identity } from "./identity.ts";
import type { Look } from "./look.ts";

/** A value as it was, where nobody has looked yet: "the MTU that A had" */
export interface AsItWas {
  /** In a sentence: `the mtu` */
  readonly was: string;
  /** The line that shows it to a person: `ip -d link show A` */
  readonly shownBy: string;
  /** The function of a script in bash that keeps it, and later brings it back: `undo_link_setting A mtu` */
  readonly keptBy: string;
}

/** A value that there is only once the line has run: "the handle of the new rule" */
export interface OnceRun {
  /** In a sentence: `the handle` */
  readonly is: string;
  /** The line that shows it to a person */
  readonly shownBy: string;
  /** The function of a script in bash that finds it, and notes what undoes the line: `undo_nft_rule ip T C` */
  readonly notedBy: string;
}

/** A word of a line that brings something back */
export type Value = string | AsItWas | OnceRun;

/** A line that brings something back */
export interface Back {
  /** What enters the network namespace that it runs in; nothing on the host itself */
  readonly enter: readonly string[];
  readonly argv: readonly [string, ...Value[]];
  /** What it brings back, by which the journal knows whether it is still ours; `null` where nobody has looked */
  readonly takes: Identity | null;
  /** One line for each of several, such as the addresses of a link; `null` of a line that is one, or where it was seen */
  readonly each: AsItWas | null;
}

/** A network namespace: what enters it, or the word after `netns` that leads to it from there */
export interface Place {
  readonly enter: readonly string[];
  /** A name or a process id; `null` for the one that is entered */
  readonly netns: string | null;
}

/** What all touches say */
export interface Touching {
  readonly place: Place;
  /** Whether the line's words say so, or the kernel does it along with them, and undoes it when those are undone */
  readonly by: "word" | "kernel";
}

/** What is known where nobody has looked: that the line has changed something, or nothing */
export type Knowing = "it changed something" | "nothing";

/** A kind of thing that commands touch */
export interface Resource<Touch, State> {
  /** Sees what a touch is about: before the command runs, or again once it has run */
  see(touch: Touch, look: Look, before: State | null): Promise<State>;
  /** Reports why it can't be brought back; `null` when it can. It goes on a sentence */
  obstacle(touch: Touch, before: State): string | null;
  /**
   * Lists the lines that bring it back, in the order of running.
   *
   * @param after `null` as long as the command has not run
   */
  restore(touch: Touch, before: State, after: State | null): readonly Back[];
  /** Lists the same where nobody has looked: from the line's words, and from what was there before, unseen */
  restoreUnseen(touch: Touch, knowing: Knowing): readonly Back[];
}

/** A line of which all is known */
export function line(
  enter: readonly string[],
  argv: readonly [string, ...Value[]],
  takes: Identity | null = null,
): Back {
  return { enter, argv, takes, each: null };
}

/** A line for each that there was */
export function lineForEach(enter: readonly string[], argv: readonly [string, ...Value[]], each: AsItWas): Back {
  return { enter, argv, takes: null, each };
}
