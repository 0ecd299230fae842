/**
 * What makes a thing the very one that a command made, and no other of the same name: what an inverse takes back.
 *
 * @module
 */
import type { DockerThing } from "./docker-things.ts";
import type { Family } from "../values/address/family.ts";
import type { EntryList } from "./entry.ts";

/** A program and its arguments */
type Command = readonly [string, ...string[]];

/** A network namespace, and the way there */
export interface Network {
  /** What goes before a command for it to run there, `ip netns exec 2778`; nothing on the host itself */
  readonly enter: readonly string[];
  /** The inode of its file in `/proc/PID/ns/net`: whether there is still that very one */
  readonly inode: string;
}

/** An interface as it is known at a moment: its number in the network, or its hardware address wherever it is moved */
export interface LinkIdentity {
  readonly network: Network;
  readonly name: string;
  /** `null` as long as it is not known */
  readonly index: number | null;
  /** `null` as long as it is not known; a bridge's changes with its ports */
  readonly mac: string | null;
}

/** What a command did to a thing */
export type Change = "made" | "removed";

/** A thing, as it is written into the journal */
export type Identity =
  | ({ readonly kind: "link"; readonly change: Change } & LinkIdentity)
  /** One setting of a link: `mtu`, `master`, `up` */
  | ({
      readonly kind: "link setting";
      readonly setting: string;
      readonly was: string;
      /** `null` as long as it is not known */
      readonly made: string | null;
    } & LinkIdentity)
  /** An entry of a list: an address, a route, a rule, a neighbour */
  | {
      readonly kind: "entry";
      readonly network: Network;
      readonly list: EntryList;
      readonly family: Family;
      /** In the words of `ip … add`; `null` as long as they are not known: then it is what was not there before */
      readonly words: string | null;
      /** Those that were there before; of known words only those that are the same */
      readonly before: readonly string[];
      readonly change: Change;
      /** The link that it belongs to, and goes with; `null` when it belongs to none */
      readonly link: LinkIdentity | null;
    }
  /** The queueing discipline of a place on a link, in the words of `tc qdisc add`; `null` of the kernel's own */
  | ({
      readonly kind: "qdisc";
      /** `root`, or a class: `1:10` */
      readonly parent: string;
      readonly was: string | null;
      readonly made: string | null | "not yet known";
    } & LinkIdentity)
  /** A table, a chain or a rule of nft */
  | {
      readonly kind: "nft";
      readonly network: Network;
      readonly of: "table" | "chain" | "rule";
      readonly family: string;
      readonly table: string;
      /** `null` of a table */
      readonly chain: string | null;
      readonly change: Change;
      /** Of a rule: its number, and what it says; `null` as long as they are not known */
      readonly handle: number | null;
      readonly text: string | null;
      /** The numbers of the rules that were in its chain before */
      readonly before: readonly number[];
    }
  /** A rule of iptables: a line of what it prints */
  | {
      readonly kind: "listed";
      readonly network: Network;
      /** What prints it, without the way into the network */
      readonly list: Command;
      /** `null` as long as it is not known: then it is what was not there before */
      readonly line: string | null;
      /** The lines that were there before; of a known line only those that are the same */
      readonly before: readonly string[];
      readonly change: Change;
      /** What prints that line only, of one that is taken by its place; `null` when it is taken by its words */
      readonly place: Command | null;
    }
  /** An entry of `/var/run/netns`, and the network that it names */
  | { readonly kind: "netns"; readonly path: string; readonly inode: number | null }
  /** An entry that was removed, and a process in the network that it named */
  | { readonly kind: "netns entry"; readonly path: string; readonly inode: number; readonly pid: string }
  /** Where it led, and where we have made it lead; `null` where it is not there */
  | {
      readonly kind: "symbolic link";
      readonly path: string;
      readonly was: string | null;
      readonly made: string | null;
    }
  | { readonly kind: "folder"; readonly path: string; readonly inode: number | null; readonly change: Change }
  /** A file that was written, or removed: SHA-256 of what was in it, and what is now; `null` where there is none */
  | {
      readonly kind: "file";
      readonly path: string;
      readonly was: string | null;
      readonly made: string | null | "not yet known";
    }
  /** A setting of the kernel, by its file below `/proc/sys` or `/sys`, as it is seen in a network */
  | {
      readonly kind: "setting";
      readonly network: Network;
      readonly path: string;
      readonly was: string;
      /** `null` as long as it is not known */
      readonly made: string | null;
    }
  /** What `docker` has made, by the whole id; before it is known, by a label that it was made with */
  | {
      readonly kind: "docker";
      readonly thing: DockerThing;
      /** `docker`, with the options that say which engine is meant */
      readonly docker: Command;
      readonly id: string | null;
      /** `wirework=` and what no other has */
      readonly label: string;
    }
  /** Whether a container that is somebody else's runs: `running`, `exited`, `paused` */
  | {
      readonly kind: "container state";
      readonly docker: Command;
      readonly id: string;
      readonly was: string;
      /** `null` as long as it is not known */
      readonly made: string | null;
    }
  | {
      readonly kind: "container name";
      readonly docker: Command;
      readonly id: string;
      readonly was: string;
      readonly made: string;
    }
  | {
      readonly kind: "docker endpoint";
      readonly docker: Command;
      readonly network: string;
      readonly container: string;
      readonly change: Change;
    }
  /** An image that was built, by its name; none had that before */
  | {
      readonly kind: "image";
      readonly docker: Command;
      readonly name: string;
      /** `null` as long as it is not known */
      readonly id: string | null;
    }
  | {
      readonly kind: "service";
      readonly name: string;
      /** `restarted`: what it reads of its files is to be read again */
      readonly was: "running" | "stopped" | "restarted";
      /** What ends well only while it runs */
      readonly status: Command;
    }
  /** A mount, by its number in `/proc/self/mountinfo`; before that is known, it is none of those that were there before */
  | {
      readonly kind: "mount";
      readonly path: string;
      readonly id: number | null;
      readonly before: readonly number[];
    }
  /** A program that stays, by its id and when it started, `processStart`; before that is known, by its whole command line */
  | { readonly kind: "process"; readonly pid: number; readonly start: string }
  | { readonly kind: "command line"; readonly pattern: string }
  /** What was moved to another place; its inode is `null` where it is not known */
  | { readonly kind: "moved"; readonly from: string; readonly to: string; readonly inode: number | null };
