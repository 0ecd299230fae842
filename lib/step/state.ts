/**
 * The watched state of a host at one moment.
 *
 * @module
 */
import type { LiveChain } from "../labs/live/chains.ts";
import type { LinkSettings } from "../resources/link-settings.ts";

/** An interface, as `ip link` shows it */
export interface Link {
  readonly index: number;
  readonly name: string;
  /** The text after the `@`: the peer's name, or `if5` when that is in another network; `null` for none */
  readonly peer: string | null;
  /** The peer's index; `null` for none */
  readonly peerIndex: number | null;
  readonly flags: readonly string[];
  readonly state: string;
  /** Its settings; the hardware address identifies it after a move or a change of name */
  readonly settings: LinkSettings;
  /** Each as `ip address` shows it: `inet 10.1.1.1/32` */
  readonly addresses: readonly string[];
}

/** A network namespace */
export interface Network {
  /** `host`, the first 12 digits of its container's id, or its name in `/var/run/netns` */
  readonly label: string;
  readonly links: readonly Link[];
  /** Each as `ip route` shows it */
  readonly routes: readonly string[];
  /** Each as `ip rule` shows it */
  readonly rules: readonly string[];
}

/** A container that has not been removed */
export interface ContainerState {
  /** Its first 12 digits */
  readonly id: string;
  readonly image: string;
  /** Docker's word: `running`, `exited` */
  readonly status: string;
}

/** The kind of file at a path */
export type SeenFile =
  | { readonly kind: "folder" }
  | { readonly kind: "link"; readonly to: string }
  | { readonly kind: "file"; readonly text: string };

/** The whole state */
export interface State {
  /** The networks, by the kernel's identity of the namespace */
  readonly networks: ReadonlyMap<string, Network>;
  /** The host's chains */
  readonly chains: readonly LiveChain[];
  readonly docker: "running" | "stopped";
  readonly containers: readonly ContainerState[];
  /** The files by path; missing ones are omitted */
  readonly files: ReadonlyMap<string, SeenFile>;
}
