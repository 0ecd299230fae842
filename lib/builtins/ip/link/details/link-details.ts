/**
 * What `ip -details -json` tells of a link beside the rest.
 * Source: print_linkinfo() of iproute2's ip/ipaddress.c
 *
 * @module
 */
import { FAMILY } from "../../../../netlink/addresses/address-message.ts";
import { IFLA, type LinkMessage } from "../../../../netlink/links/link-message.ts";
import { decode } from "../../../../netlink/rtnetlink/attribute.ts";
import type { JsonObject } from "../../json.ts";
import type { LinkNames } from "../link-names.ts";
import { linkInfo } from "./link-info.ts";
import { type Row, type Tell, toldBy } from "./telling.ts";
import { hexBytes, oneOf, text, u32 } from "./values.ts";

/** IFLA_INET6_ADDR_GEN_MODE, and IN6_ADDR_GEN_MODE_* */
const GENERATION = 8;
const GENERATIONS = { 0: "eui64", 1: "none", 2: "stable_secret", 3: "random" };
const generation = oneOf(GENERATIONS, (value) => value.readUInt8(0));

/** How addresses of IPv6 are made: it lies two nests deep */
const addressGeneration: Tell = (families, beside) => {
  const inet6 = decode(families).get(FAMILY.inet6);
  const mode = inet6 === undefined ? undefined : decode(inet6).get(GENERATION);
  return mode === undefined ? undefined : generation(mode, beside);
};

const ROWS: readonly Row[] = [
  [30, "promiscuity", u32],
  [61, "allmulti", u32],
  [50, "min_mtu", u32],
  [51, "max_mtu", u32],
  [IFLA.info, "linkinfo", (value, { names }) => linkInfo(value, names)],
  [26, "inet6_addr_gen_mode", addressGeneration],
  [31, "num_tx_queues", u32],
  [32, "num_rx_queues", u32],
  [41, "gso_max_size", u32],
  [40, "gso_max_segs", u32],
  [59, "tso_max_size", u32],
  [60, "tso_max_segs", u32],
  [58, "gro_max_size", u32],
  [38, "phys_port_name", text],
  [34, "phys_port_id", hexBytes],
  [36, "phys_switch_id", hexBytes],
  [57, "parentbus", text],
  [56, "parentdev", text],
];

/**
 * What there is to tell of a link in detail.
 *
 * @throws {NotOurs} when it is of a kind that is not among ours
 */
export function linkDetails({ attributes }: LinkMessage, names: LinkNames): JsonObject {
  return toldBy(ROWS, attributes, names);
}
