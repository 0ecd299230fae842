import { u32 } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { addLinkOf, type LinkOptions } from "./add-link.ts";
import { IFLA } from "./link-message.ts";

/** IFLA_MACVLAN_MODE, include/uapi/linux/if_link.h */
const MODE = 1;

/** MACVLAN_MODE_*: rules for traffic between links on one parent */
export const MACVLAN_MODES = { private: 1, vepa: 2, bridge: 4, passthru: 8, source: 16 } as const;

export type MacvlanMode = keyof typeof MACVLAN_MODES;

/** Options of a macvlan link */
export interface MacvlanOptions extends LinkOptions {
  /** The parent's index, in the socket's own network namespace */
  readonly parent: number;
  /** Defaults to `vepa`, in which even links on one parent reach each other only through the switch outside */
  readonly mode?: MacvlanMode;
}

/**
 * Creates a link with a hardware address of its own on top of another link.
 *
 * Equivalent to: `ip link add $name link $parent type macvlan mode $mode`
 *
 * Refused with `EEXIST` when the name is taken, `EINVAL` when the parent has one in `passthru` already
 */
export function addMacvlan({ parent, mode, ...options }: MacvlanOptions): Request {
  const data = mode === undefined ? [] : [u32(MODE, MACVLAN_MODES[mode])];
  return addLinkOf({ kind: "macvlan", data, beside: [u32(IFLA.link, parent)] }, options);
}
