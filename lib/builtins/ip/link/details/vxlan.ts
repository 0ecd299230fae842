/**
 * What `ip -details -json` tells of a vxlan.
 * Source: vxlan_print_opt() of iproute2's ip/iplink_vxlan.c; IFLA_VXLAN_*, include/uapi/linux/if_link.h
 *
 * @module
 */
import { FAMILY } from "../../../../netlink/addresses/address-message.ts";
import { hostText } from "../../../../netlink/addresses/host-text.ts";
import type { Tell, Telling } from "./telling.ts";
import { hexadecimal } from "../../hexadecimal.ts";
import { linkName, port16, present, u32, yes, yesOrNo } from "./values.ts";

const TTL_INHERITED = 28;

const host: Tell = (value) => {
  if (value.every((byte) => byte === 0)) return undefined;
  return hostText(value.byteLength === 4 ? FAMILY.inet : FAMILY.inet6, value) ?? undefined;
};

/** 224.0.0.0/4, ff00::/8 */
function isGroup(value: Buffer): boolean {
  const first = value.readUInt8(0);
  return value.byteLength === 4 ? first >> 4 === 0xe : first === 0xff;
}

const group: Tell = (value, beside) => (isGroup(value) ? host(value, beside) : undefined);
const remote: Tell = (value, beside) => (isGroup(value) ? undefined : host(value, beside));

const lower: Tell = (value, beside) => (value.readUInt32LE(0) === 0 ? undefined : linkName(value, beside));

const ports: Tell = (value) => ({ low: value.readUInt16BE(0), high: value.readUInt16BE(2) });

/** What is told where it is not 0 */
function unlessZero(tell: Tell): Tell {
  return (value, beside) => (value.every((byte) => byte === 0) ? undefined : tell(value, beside));
}

const timeToLive: Tell = (value, { attributes }) =>
  (attributes.get(TTL_INHERITED)?.at(0) ?? 0) === 0 ? value.readUInt8(0) : undefined;

/** VXLAN_DF_* */
const FRAGMENTS = ["unset", "set", "inherit"];

export const VXLAN: Telling = {
  last: 34,
  rows: [
    [25, "external", yes],
    [30, "vnifilter", yes],
    [1, "id", u32],
    [2, "group", group],
    [2, "remote", remote],
    [16, "group6", group],
    [16, "remote6", remote],
    [4, "local", host],
    [17, "local6", host],
    [3, "link", lower],
    [10, "port_range", ports],
    [15, "port", port16],
    [7, "learning", yesOrNo],
    [11, "proxy", yes],
    [12, "rsc", yes],
    [13, "l2miss", yes],
    [14, "l3miss", yes],
    [6, "tos", unlessZero((value) => hexadecimal(value.readUInt8(0)))],
    [5, "ttl", timeToLive],
    [29, "df", (value) => FRAGMENTS[value.readUInt8(0)]],
    [26, "label", unlessZero((value) => hexadecimal(value.readUInt32BE(0)))],
    [8, "ageing", u32],
    [9, "limit", unlessZero(u32)],
    [18, "udp_csum", yesOrNo],
    [19, "udp_zero_csum6_tx", yesOrNo],
    [20, "udp_zero_csum6_rx", yesOrNo],
    [21, "remcsum_tx", yes],
    [22, "remcsum_rx", yes],
    [23, "gbp", present],
    [27, "gpe", present],
  ],
};
