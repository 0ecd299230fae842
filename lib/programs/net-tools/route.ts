/**
 * `route`: the older program; `ip route` does the same.
 *
 * @module
 */
import type { Grammar, Said } from "../grammar.ts";
import { asks, deed, grammar, leading, need, needing, operand, word } from "../grammar-parts.ts";
import { withPrefix } from "./netmask.ts";

const DESTINATION = operand("destination", "the destination: an address or a network", {
  default: "any destination that no other route matches",
});
const LINK = operand("link", "the interface that packets leave through");

const CHANGE = {
  words: {
    "-net": word("a network follows"),
    "-host": word("the address of one host follows"),
    netmask: word("the length of its network's prefix, as a mask", operand("netmask", "the netmask")),
    gw: word("the gateway, which forwards the packets", operand("gateway", "its address")),
    metric: word("its cost; the route with the lowest is used", operand("metric", "a number")),
    dev: word("the interface that packets leave through", operand("link", "the interface")),
  },
  operands: [DESTINATION, LINK],
} as const;

const where = ({ destination }: Said): string =>
  destination === "default" ? "any other destination" : `${destination}`;

/** The line of `ip` with the same words, after another verb */
function instead(verb: string, { all }: Said): string {
  return `route ${all?.replace(/(^| )(?:add|del)( |$)/, `$1${verb}$2`)}`;
}

const ADD = grammar({
  ...CHANGE,
  needs: [
    ...needing(DESTINATION),
    need("a next hop: gw and a gateway's address, or dev and an interface", "gateway", "link"),
  ],
  deed: deed(
    (said) =>
      said["gateway"] === undefined
        ? `sends packets to ${where(said)} through ${said["link"]}, and resolves the address there`
        : `sends packets to ${where(said)} by the gateway ${said["gateway"]}, which must be on a network of its interfaces`,
    (said) => instead("del", said),
  ),
});

const DELETE = grammar({
  ...CHANGE,
  needs: needing(DESTINATION),
  deed: {
    kernel: (said) => `removes the route to ${where(said)}`,
    back: (said) =>
      said["gateway"] === undefined && said["link"] === undefined
        ? { say: "add it again, as `route -n` printed it before" }
        : { type: instead("add", said) },
  },
});

/** `route`, `route -n`, `route add default gw 172.17.42.1`, `route del -net 10.1.1.0 netmask 255.255.255.0 eth0` */
export const ROUTE: Grammar = grammar({
  words: {
    "-n": word("prints addresses as numbers, without looking up names"),
    "-e": word("prints in netstat's format"),
    "-v": word("says what it does"),
    "-F": word("those that the kernel follows"),
    "-C": word("those that it has looked up lately"),
    "-4": word("those of IPv4"),
    "-6": word("those of IPv6"),
    add: leading("adds one", ADD),
    del: leading("removes one", DELETE),
  },
  deed: asks("returns its routes"),
});

/** Returns the line of `ip` that does the same */
export function routeToday(said: Said): readonly string[] {
  const { destination, netmask = null, gateway, link, metric, all = "" } = said;
  if (destination === undefined) return ["ip route show"];
  const isNetwork = netmask !== null || said["-net"] !== undefined;
  const to = isNetwork && destination !== "default" ? withPrefix(destination, netmask) : destination;
  const verb = /(?:^| )del(?: |$)/.test(all) ? "del" : "add";
  const words = { via: gateway, dev: link, metric };
  const way = Object.entries(words).flatMap(([word, value]) => (value === undefined ? [] : [` ${word} ${value}`]));
  return [`ip route ${verb} ${to}${way.join("")}`];
}
