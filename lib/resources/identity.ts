/**
 * Identities, which tell the very thing that a command made from any other of the same name. Undo uses them to touch
 * nothing else.
 *
 * @module
 */
import type { DockerThing } from "./docker-things.ts";
import type { Family } from "../values/address/family.ts";
import type { Entering } from "./entering.ts";
import type { EntryList } from "./entry.ts";

/** A program and its arguments */
type Command = readonly [string, ...string[]];

/** A network namespace, and what enters it */
export interface Network {
  readonly enter: Entering;
  /** The inode of `/proc/PID/ns/net`, which tells whether the same namespace still exists */
  readonly inode: string;
}

/** An interface at one moment: the index identifies it in its namespace, the hardware address wherever it moves */
export interface LinkIdentity {
  readonly network: Network;
  readonly name: string;
  /** The index; `null` as long as it is unknown */
  readonly index: number | null;
  /** The hardware address; `null` as long as it is unknown. A bridge's changes with its ports */
  readonly mac: string | null;
}

/** The change that a command made to a thing */
export type Change = "made" | "removed";

/** The identity of a thing, as it is written to the journal */
export type Identity =
  | ({ readonly kind: "link"; readonly change: Change } & LinkIdentity)
  /** A setting of a link: `mtu`, `master`, `up` */
  | ({
      readonly kind: "link setting";
      readonly setting: string;
      readonly was: string;
      /** The value after the command; `null` as long as it is unknown */
      readonly made: string | null;
    } & LinkIdentity)
  /** An entry of a list: an address, a route, a rule, a neighbour */
  | {
      readonly kind: "entry";
      readonly network: Network;
      readonly list: EntryList;
      readonly family: Family;
      /**
       * The words of `ip … add`; `null` as long as they are unknown: the entry is then one that was not there before
       */
      readonly words: string | null;
      /** The entries that were there before; once the words are known, only equal ones */
      readonly before: readonly string[];
      readonly change: Change;
      /** The link that it belongs to, and disappears with; `null` when it belongs to none */
      readonly link: LinkIdentity | null;
    }
  /** The queueing discipline of a place on a link, in the words of `tc qdisc add`; `null` for the kernel's default */
  | ({
      readonly kind: "qdisc";
      /** The place: `root`, or a class, `1:10` */
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
      /** The chain; `null` for a table */
      readonly chain: string | null;
      readonly change: Change;
      /** The handle of a rule, and its text; `null` as long as they are unknown */
      readonly handle: number | null;
      readonly text: string | null;
      /** The handles of the rules that were in its chain before */
      readonly before: readonly number[];
    }
  /** A rule of iptables: a line of its listing */
  | {
      readonly kind: "listed";
      readonly network: Network;
      /** The command that lists it, without the words that enter the network */
      readonly list: Command;
      /** The line; `null` as long as it is unknown: the rule is then one that was not there before */
      readonly line: string | null;
      /** The lines that were there before; once the line is known, only equal ones */
      readonly before: readonly string[];
      readonly change: Change;
      /**
       * The command that lists only that line, for a rule that is given by its place; `null` for one given by its words
       */
      readonly place: Command | null;
    }
  /** An entry of `/var/run/netns`, and the namespace that it names */
  | { readonly kind: "netns"; readonly path: string; readonly inode: number | null }
  /** A removed entry, and a process in the namespace that it named */
  | { readonly kind: "netns entry"; readonly path: string; readonly inode: number; readonly pid: string }
  /** A symbolic link: its target before, and its target after the command; `null` when it does not exist */
  | {
      readonly kind: "symbolic link";
      readonly path: string;
      readonly was: string | null;
      readonly made: string | null;
    }
  | { readonly kind: "folder"; readonly path: string; readonly inode: number | null; readonly change: Change }
  /** A file that was written or removed: the SHA-256 of its contents before and after; `null` when it does not exist */
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
      /** The value after the command; `null` as long as it is unknown */
      readonly made: string | null;
    }
  /** A thing that `docker` has made, by its full id; until that is known, by the label that it was made with */
  | {
      readonly kind: "docker";
      readonly thing: DockerThing;
      /** `docker`, with the options that select the engine */
      readonly docker: Command;
      readonly id: string | null;
      /** `wirework=` and a unique text */
      readonly label: string;
    }
  /** The state of a container that others own: `running`, `exited`, `paused` */
  | {
      readonly kind: "container state";
      readonly docker: Command;
      readonly id: string;
      readonly was: string;
      /** The state after the command; `null` as long as it is unknown */
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
  /** An image that was built, by a name that no image had before */
  | {
      readonly kind: "image";
      readonly docker: Command;
      readonly name: string;
      /** The id; `null` as long as it is unknown */
      readonly id: string | null;
    }
  | {
      readonly kind: "service";
      readonly name: string;
      /** The state before; `restarted` means that it must read its files again */
      readonly was: "running" | "stopped" | "restarted";
      /** A command that succeeds only while the service runs */
      readonly status: Command;
    }
  /** A mount, by its number in `/proc/self/mountinfo`; until that is known, it is one that was not there before */
  | {
      readonly kind: "mount";
      readonly path: string;
      readonly id: number | null;
      readonly before: readonly number[];
    }
  /**
   * A program that keeps running, by its id and its start time, `processStart`; until these are known, by its whole
   * command line
   */
  | { readonly kind: "process"; readonly pid: number; readonly start: string }
  | { readonly kind: "command line"; readonly pattern: string }
  /** A moved file or folder; its inode is `null` as long as it is unknown */
  | { readonly kind: "moved"; readonly from: string; readonly to: string; readonly inode: number | null };
