/**
 * `ifconfig`: the older program; `ip addr` and `ip link` do the same.
 *
 * @module
 */
import type { Back, Grammar, Said } from "../grammar.ts";
import { grammar, operand, word } from "../grammar-parts.ts";
import { withPrefix } from "./netmask.ts";

const LINK = operand("link", "the interface");
const ADDRESS = operand("address", "its address, which replaces the one that it has");

/** The words after an interface's name, which comes first, whatever it is */
const CHANGES = grammar({
  words: {
    up: word("sets it up"),
    down: word("sets it down"),
    netmask: word("the length of its network's prefix, as a mask", operand("netmask", "the netmask")),
    broadcast: word("the broadcast address", operand("broadcast", "that address")),
    mtu: word("the size of its largest packet", operand("mtu", "bytes")),
  },
  operands: [ADDRESS],
});

/** `ifconfig`, `ifconfig eth0`, `ifconfig eth0 10.1.1.1 netmask 255.255.255.0 up` */
export const IFCONFIG: Grammar = grammar({
  words: { "-a": word("with interfaces that are down"), "-s": word("prints each on one line") },
  operands: [LINK],
  after: CHANGES,
  deed: { kernel, back },
});

function kernel(said: Said): string {
  const { link, address, netmask, broadcast, mtu, up, down } = said;
  const ofNetwork = address === undefined ? (netmask ?? broadcast) : undefined;
  const does = [
    ...(ofNetwork === undefined ? [] : [`keeps the address of ${link}, and changes its network: ${ofNetwork}`]),
    ...(address === undefined ? [] : [`replaces the first address of ${link} by ${address}`]),
    ...(mtu === undefined ? [] : [`sends no packet larger than ${mtu} bytes through ${link}`]),
    ...(up === undefined && address === undefined ? [] : [`sets ${link} up, and adds the routes of its addresses`]),
    ...(down === undefined ? [] : [`sets ${link} down, and removes all routes through it`]),
  ];
  return does.length > 0 ? does.join("; ") : `returns ${link ?? "its interfaces"}, with addresses and counters`;
}

function back(said: Said): Back | null {
  const { link, address, netmask, broadcast, mtu, up, down } = said;
  if ([address, netmask, broadcast, mtu].some((value) => value !== undefined))
    return { say: `set what \`ifconfig ${link}\` printed before` };
  if (up !== undefined) return { type: `ifconfig ${link} down` };
  return down === undefined ? null : { type: `ifconfig ${link} up` };
}

/** Returns the lines of `ip` that do the same */
export function ifconfigToday(said: Said): readonly string[] {
  const { link, address, netmask, broadcast, mtu, up, down } = said;
  if (link === undefined) return ["ip addr show"];
  if (address === undefined && (netmask ?? broadcast) !== undefined) return []; // ip has no line that keeps the address
  const peers = broadcast === undefined ? "" : ` broadcast ${broadcast}`;
  const lines = [
    ...(address === undefined ? [] : [`ip addr add ${withPrefix(address, netmask ?? null)}${peers} dev ${link}`]),
    ...(mtu === undefined ? [] : [`ip link set ${link} mtu ${mtu}`]),
    ...(up === undefined && address === undefined ? [] : [`ip link set ${link} up`]),
    ...(down === undefined ? [] : [`ip link set ${link} down`]),
  ];
  return lines.length > 0 ? lines : [`ip addr show ${link}`];
}
