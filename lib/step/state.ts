/**
 * What a person watches change on a host, at one moment.
 *
 * @module
 */
import type { LiveChain } from "../labs/live/chains.ts";

/** An interface, as `ip link` shows it */
export interface Link {
  readonly index: number;
  readonly name: string;
  /** What stands behind the `@`: the peer's name, or `if5` where that is in another network; `null` for none */
  readonly peer: string | null;
  /** The peer's index; `null` for none */
  readonly peerIndex: number | null;
  /** By which it is known again when it has moved, or has another name */
  readonly mac: string;
  readonly flags: readonly string[];
  readonly mtu: number;
  /** The bridge that it is bound to; `null` for none */
  readonly master: string | null;
  readonly state: string;
  /** Each as `ip address` shows it: `inet 10.1.1.1/32` */
  readonly addresses: readonly string[];
}

/** A network namespace */
export interface Network {
  /** `host`, the first 12 digits of the container that is in it, or its name in `/var/run/netns` */
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

/** What is at a path */
export type SeenFile =
  | { readonly kind: "folder" }
  | { readonly kind: "link"; readonly to: string }
  | { readonly kind: "file"; readonly text: string };

/** All of it */
export interface State {
  /** By what the kernel knows each by */
  readonly networks: ReadonlyMap<string, Network>;
  /** Of the host */
  readonly chains: readonly LiveChain[];
  readonly docker: "running" | "stopped";
  readonly containers: readonly ContainerState[];
  /** By their paths; those that are not there are left out */
  readonly files: ReadonlyMap<string, SeenFile>;
}
