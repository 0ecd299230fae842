/**
 * The watched state of a host at one moment.
 *
 * @module
 */
import type { LiveChain } from "../labs/live/chains.ts";
import type { SeenAddress } from "../netlink/see/address.ts";
import type { SeenLink } from "../netlink/see/link.ts";
import type { SeenRoute } from "../netlink/see/route.ts";
import type { SeenRule } from "../netlink/see/rule.ts";

/** An interface with its addresses */
export interface AddressedLink extends SeenLink {
  readonly addresses: readonly SeenAddress[];
}

/** A network namespace */
export interface Network {
  /** `host`, the first 12 digits of its container's id, or its name in `/var/run/netns` */
  readonly label: string;
  readonly links: readonly AddressedLink[];
  /** Its routes of both families */
  readonly routes: readonly SeenRoute[];
  /** Its rules of IPv4 */
  readonly rules: readonly SeenRule[];
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
