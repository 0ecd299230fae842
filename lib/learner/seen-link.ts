/**
 * Interfaces of a network, as they are.
 *
 * @module
 */
import { parseLinks } from "../shell/invert/ip/link-state.ts";
import type { ShownLink } from "../shell/invert/ip/link-settings.ts";
import { LISTINGS } from "../shell/invert/listings.ts";
import type { Look } from "../shell/invert/look.ts";
import { textIn } from "../shell/invert/network.ts";
import type { Way } from "./deed.ts";

/** An interface */
export interface SeenLink {
  readonly name: string;
  readonly index: number;
  /** `veth`, `bridge`; empty for a device */
  readonly type: string;
  readonly state: "up" | "down";
  /** The bridge that it is on; empty for none */
  readonly master: string;
  /** `10.1.1.1/32`, `10.1.1.1 peer 10.1.1.2/32` */
  readonly addresses: readonly string[];
  /** The other end, by its name in the same network or by its number in another; `null` for none */
  readonly end: string | number | null;
}

/** What `ip` says of the other end of a cable where that is in another network */
type WithEnd = ShownLink & { readonly link_index?: number };

/**
 * The interfaces of a network; none where there is no such network.
 *
 * Equivalent to: `ip -details -json address show`
 */
export async function linksIn(look: Look, way: Way): Promise<readonly SeenLink[]> {
  const printed = await textIn(look, way, ["ip", "-details", "-json", "address", "show"]);
  return printed === null ? [] : parseLinks(printed).map(seenLink);
}

function seenLink(link: WithEnd): SeenLink {
  const { ifname, ifindex, flags, master = "", linkinfo, link: end, link_index } = link;
  return {
    name: ifname,
    index: ifindex,
    type: linkinfo?.info_kind ?? "",
    state: flags.includes("UP") ? "up" : "down",
    master,
    // In the words of `ip addr add`, of which only the first say which address it is
    addresses: LISTINGS.address(JSON.stringify([link])).map((words) => /^\S+(?: peer \S+)?/.exec(words)?.[0] ?? ""),
    end: end ?? link_index ?? null,
  };
}
