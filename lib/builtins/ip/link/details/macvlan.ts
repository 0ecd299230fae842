/**
 * What `ip -details -json` tells of a macvlan.
 * Source: macvlan_print_opt() of iproute2's ip/iplink_macvlan.c; IFLA_MACVLAN_*, include/uapi/linux/if_link.h
 *
 * @module
 */
import { each } from "../../../../netlink/rtnetlink/attribute.ts";
import type { Tell, Telling } from "./telling.ts";
import { ethernet, oneOf, u32 } from "./values.ts";

const MODE = 1;
const ADDRESS = 4;

/** MACVLAN_MODE_* */
const SOURCE = 16;
const MODES = { 1: "private", 2: "vepa", 4: "bridge", 8: "passthru", [SOURCE]: "source" };

/** MACVLAN_FLAG_*, told when it is set */
function flag(bit: number): Tell {
  return (value) => ((value.readUInt16LE(0) & bit) === 0 ? undefined : true);
}

/** What is told of one that takes frames by where they come from, and of no other */
function ofSource(tell: Tell): Tell {
  return (value, beside) => (beside.attributes.get(MODE)?.readUInt32LE(0) === SOURCE ? tell(value, beside) : undefined);
}

const addresses: Tell = (list, beside) =>
  [...each(list)].flatMap(([type, value]) => (type === ADDRESS ? [ethernet(value, beside) ?? null] : []));

export const MACVLAN: Telling = {
  last: 9,
  rows: [
    [MODE, "mode", oneOf(MODES, (value) => value.readUInt32LE(0))],
    [2, "nopromisc", flag(1)],
    [2, "nodst", flag(2)],
    [7, "bcqueuelen", u32],
    [8, "usedbcqueuelen", u32],
    [6, "macaddr_count", ofSource(u32)],
    [5, "macaddr_data", ofSource(addresses)],
  ],
};
