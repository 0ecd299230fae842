import { addressBytes } from "../../values/address/address.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { bytes, port16, u32 } from "../rtnetlink/attribute.ts";
import type { Request } from "../rtnetlink/message.ts";
import { addLinkOf, type LinkOptions } from "./add-link.ts";

/** IFLA_VXLAN_*, include/uapi/linux/if_link.h */
const VXLAN = { id: 1, group: 2, link: 3, local: 4, port: 15 } as const;

/** Options of a tunnel that carries Ethernet frames in UDP, RFC 7348 */
export interface VxlanOptions extends LinkOptions {
  /** The network identifier (VNI), 0 to 16777215 */
  readonly id: number;
  /** The address of the other end, or of a multicast group */
  readonly remote?: Ipv4;
  /** The source address */
  readonly local?: Ipv4;
  /** The UDP port; defaults to Linux's 8472, while RFC 7348 has 4789 */
  readonly port?: number;
  /** The index of the link that it sends through */
  readonly parent?: number;
}

/**
 * Creates one end of a tunnel that carries Ethernet frames in UDP.
 *
 * Equivalent to: `ip link add $name type vxlan id $id remote $remote dstport $port dev $parent`
 *
 * Refused with `EEXIST` when the name, or the pair of identifier and port, is taken, `ERANGE` when the
 * identifier is too large
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
