import { addressBytes } from "../../values/address/address.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { bytes, port16, u32 } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { addLinkOf, type LinkOptions } from "./add-link.ts";

/** IFLA_VXLAN_*, include/uapi/linux/if_link.h */
const VXLAN = { id: 1, group: 2, link: 3, local: 4, port: 15 } as const;

/** A tunnel that carries Ethernet frames in UDP, RFC 7348 */
export interface VxlanOptions extends LinkOptions {
  /** The number of the network, 0 to 16777215 */
  readonly id: number;
  /** The address of the other end, or a multicast group's */
  readonly remote?: Ipv4;
  /** The address that it sends from */
  readonly local?: Ipv4;
  /** The UDP port; without one Linux' own, 8472, where RFC 7348 has 4789 */
  readonly port?: number;
  /** The number of the link that it sends through */
  readonly parent?: number;
}

/**
 * Makes an end of a tunnel that carries Ethernet frames in UDP.
 *
 * Equivalent to: `ip link add $name type vxlan id $id remote $remote dstport $port dev $parent`
 *
 * Refused with `EEXIST` when the name, or number and port, are taken, `ERANGE` when the number is too large
 */
export function addVxlan({ id, remote, local, port, parent, ...options }: VxlanOptions): Request {
  const data = [
    u32(VXLAN.id, id),
    ...(remote === undefined ? [] : [bytes(VXLAN.group, addressBytes(remote))]),
    ...(local === undefined ? [] : [bytes(VXLAN.local, addressBytes(local))]),
    ...(parent === undefined ? [] : [u32(VXLAN.link, parent)]),
    ...(port === undefined ? [] : [port16(VXLAN.port, port)]),
  ];
  return addLinkOf({ kind: "vxlan", data, beside: [] }, options);
}
