import type { Place, Touching } from "./resource.ts";

/** Which links: that of a name, the ports of a bridge, or a veth's peer */
export type LinkSelector = { readonly name: string } | { readonly portsOf: string } | { readonly peerOf: string };

/**
 * What a line does to links. `resets`: one is gone together with another, and comes back as a new one of its kind is.
 */
export interface LinkTouch extends Touching {
  readonly kind: "link";
  readonly effect: "makes" | "changes" | "removes" | "resets";
  readonly which: LinkSelector;
  /** The settings that may be others afterwards */
  readonly settings: ReadonlySet<string> | "all";
  /** Those of them that the line's words say; the others go along with a move */
  readonly said: ReadonlySet<string>;
  /** Settings that the line's words say it had before: `brctl delif` names the bridge */
  readonly before: Readonly<Record<string, string>>;
  /** What is known of it afterwards */
  readonly after: { readonly kind: string | null; readonly settings: Readonly<Record<string, string>> };
  /** Where it is moved to, or renamed; `null` when it stays as it is called */
  readonly moves: LinkMove | null;
}

/** A link that is moved to another network namespace, or renamed, or both */
export interface LinkMove {
  readonly to: Place;
  readonly name: string;
  /** What `ip link set … netns` takes to bring it back */
  readonly back: string;
}
