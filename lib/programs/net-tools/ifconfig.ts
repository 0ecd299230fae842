/**
 * `ifconfig`: what `ip addr` and `ip link` do today.
 *
 * @module
 */
import type { Back, Grammar, Said } from "../grammar.ts";
import { grammar, operand, word } from "../grammar-parts.ts";
import { withPrefix } from "./netmask.ts";

const LINK = operand("link", "the interface");
const ADDRESS = operand("address", "its address: in place of the one that it has");

/** What becomes of an interface; its name comes first, whatever it is */
const CHANGES = grammar({
  words: {
    up: word("switches it on"),
    down: word("switches it off"),
    netmask: word("how many bits of the address are the network's", operand("netmask", "the netmask")),
    broadcast: word("the address of all hosts of the network", operand("broadcast", "that address")),
    mtu: word("the largest packet that it sends", operand("mtu", "bytes")),
  },
  operands: [ADDRESS],
});

/** `ifconfig`, `ifconfig eth0`, `ifconfig eth0 10.1.1.1 netmask 255.255.255.0 up` */
export const IFCONFIG: Grammar = grammar({
  words: { "-a": word("those that are down, too"), "-s": word("a line for each") },
  operands: [LINK],
  after: CHANGES,
  deed: { kernel, back },
});

function kernel(said: Said): string {
  const { link, address, netmask, broadcast, mtu, up, down } = said;
  const ofNetwork = address === undefined ? (netmask ?? broadcast) : undefined;
  const does = [
    ...(ofNetwork === undefined
      ? []
      : [`keeps the address of ${link}, and takes its network to be another: ${ofNetwork}`]),
    ...(address === undefined ? [] : [`answers to ${address} on ${link}, in place of the first address that it had`]),
    ...(mtu === undefined ? [] : [`sends no packet of more than ${mtu} bytes over ${link}`]),
    ...(up === undefined && address === undefined ? [] : [`switches ${link} on, and adds the routes of its addresses`]),
    ...(down === undefined ? [] : [`switches ${link} off, and forgets all routes over it`]),
  ];
  return does.length > 0 ? does.join("; ") : `is asked for ${link ?? "its interfaces"}, with addresses and counts`;
}

function back(said: Said): Back | null {
  const { link, address, netmask, broadcast, mtu, up, down } = said;
  if ([address, netmask, broadcast, mtu].some((value) => value !== undefined))
    return { say: `set what \`ifconfig ${link}\` printed before` };
  if (up !== undefined) return { type: `ifconfig ${link} down` };
  return down === undefined ? null : { type: `ifconfig ${link} up` };
}

/** The lines of `ip` that do the same */
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
