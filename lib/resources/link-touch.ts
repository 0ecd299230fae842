import type { Place, Touching } from "./resource.ts";

/** Selects links: one by name, the ports of a bridge, or a veth's peer */
export type LinkSelector = { readonly name: string } | { readonly portsOf: string } | { readonly peerOf: string };

/**
 * The effect of a line on links. `resets`: the link disappears together with another, and comes back like a new one of
 * its kind.
 */
export interface LinkTouch extends Touching {
  readonly kind: "link";
  readonly effect: "makes" | "changes" | "removes" | "resets";
  readonly which: LinkSelector;
  /** Settings that may differ afterwards */
  readonly settings: ReadonlySet<string> | "all";
  /** Settings that the line's words name; the others change along with a move */
  readonly said: ReadonlySet<string>;
  /** Settings that the link had before, according to the line's words: `brctl delif` names the bridge */
  readonly before: Readonly<Record<string, string>>;
  /** Its state afterwards, as far as that is known */
  readonly after: { readonly kind: string | null; readonly settings: Readonly<Record<string, string>> };
  /** The move or the new name; `null` when it keeps both */
  readonly moves: LinkMove | null;
}

/** A move to another network namespace, a new name, or both */
export interface LinkMove {
  readonly to: Place;
  readonly name: string;
  /** The word after `ip link set … netns` that brings it back */
  readonly back: string;
}
