/**
 * Effects of lines on things that can be inspected afterwards.
 *
 * @module
 */
import type { Entering } from "../resources/entering.ts";
import type { Polarity } from "../programs/effect.ts";
import type { EntryAfter } from "../resources/entry-after.ts";
import type { EntryList } from "../resources/entry.ts";

export type { Polarity };

/** The words that enter the network of a command */
export type Way = Entering;

/** Properties of each kind of effect */
interface Deeds {
  readonly "link made": {
    readonly way: Way;
    readonly name: string;
    /** The kind of link: `veth`, `bridge` */
    readonly type: string;
    /** The network to make it in, by name or process id; `null` for the network that the command runs in */
    readonly netns: string | null;
    /** A veth's other end */
    readonly peer: { readonly name: string; readonly netns: string | null } | null;
  };
  readonly "link set": {
    readonly way: Way;
    readonly name: string;
    /** Each property is `null` when the line leaves it alone */
    readonly netns: string | null;
    readonly newName: string | null;
    /** The new values, by the settings of a link */
    readonly settings: Readonly<Record<string, string>>;
  };
  readonly "link deleted": { readonly way: Way; readonly name: string };
  /** An address, a route, a rule or a neighbour */
  readonly entry: { readonly way: Way; readonly list: EntryList; readonly after: EntryAfter };
  readonly "symbolic link": {
    readonly path: string;
    /** The name inside the path, if the path is a folder; `null` when it can't be one */
    readonly within: string | null;
    readonly target: string;
  };
  readonly path: { readonly polarity: Polarity; readonly path: string };
  /** A copy of a file, with its name inside the path, if that is a folder */
  readonly copy: { readonly from: string; readonly path: string; readonly within: string | null };
  readonly mount: { readonly path: string };
  readonly written: { readonly path: string; readonly how: "added" | "replaced"; readonly text: string };
  readonly service: { readonly name: string; readonly action: "start" | "stop" | "restart" };
  readonly container: { readonly polarity: Polarity; readonly references: readonly string[] };
  readonly image: { readonly polarity: Polarity; readonly name: string };
  /** A rule or a named thing: the command, `iptables -C …` or `nft list table …`, fails when it is missing */
  readonly named: {
    readonly polarity: Polarity;
    readonly way: Way;
    readonly list: readonly [string, ...string[]];
    readonly name: string;
  };
  /** A line of a command's output, and the beginning of lines about the same thing */
  readonly printed: {
    readonly way: Way;
    readonly list: readonly [string, ...string[]];
    readonly line: string;
    readonly about: string;
  };
  /** The kind of a link's queueing discipline; `null` for the kernel's default */
  readonly qdisc: { readonly way: Way; readonly link: string; readonly parent: string; readonly qdisc: string | null };
  /** A program that keeps running, with its arguments */
  readonly program: { readonly name: string; readonly args: readonly string[] };
  /** A setting of the kernel, by its file below `/proc/sys` */
  readonly setting: { readonly way: Way; readonly path: string; readonly value: string };
}

/** The kinds of effects */
export type DeedKind = keyof Deeds;

/** An effect of a line, of any kind or of a given one */
export type Deed<Kind extends DeedKind = DeedKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & Deeds[Each];
}[Kind];
