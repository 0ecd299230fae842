/**
 * `route`: what `ip route` does today.
 *
 * @module
 */
import type { Grammar, Said } from "../grammar.ts";
import { asks, deed, grammar, leading, need, needing, operand, word } from "../grammar-parts.ts";
import { withPrefix } from "./netmask.ts";

const DESTINATION = operand("destination", "where to: an address or a network", {
  default: "wherever no other route leads",
});
const LINK = operand("link", "over which interface");

const CHANGE = {
  words: {
    "-net": word("a network follows"),
    "-host": word("the address of one host follows"),
    netmask: word("how many bits of the address are the network's", operand("netmask", "the netmask")),
    gw: word("over a gateway, which passes the packets on", operand("gateway", "its address")),
    metric: word("how dear it is: the cheapest route is taken", operand("metric", "a number")),
    dev: word("over which interface", operand("link", "the interface")),
  },
  operands: [DESTINATION, LINK],
} as const;

const where = ({ destination }: Said): string => (destination === "default" ? "anywhere else" : `${destination}`);

/** The very same words, after another verb */
function instead(verb: string, { all }: Said): string {
  return `route ${all?.replace(/(^| )(?:add|del)( |$)/, `$1${verb}$2`)}`;
}

const ADD = grammar({
  ...CHANGE,
  needs: [
    ...needing(DESTINATION),
    need("which way: gw and a gateway's address, or dev and an interface", "gateway", "link"),
  ],
  deed: deed(
    (said) =>
      said["gateway"] === undefined
        ? `sends what goes to ${where(said)} straight out of ${said["link"]}, and asks there who has the address`
        : `sends what goes to ${where(said)} to ${said["gateway"]}, which must be on a network of its own interfaces`,
    (said) => instead("del", said),
  ),
});

const DELETE = grammar({
  ...CHANGE,
  needs: needing(DESTINATION),
  deed: {
    kernel: (said) => `forgets the way to ${where(said)}`,
    back: (said) =>
      said["gateway"] === undefined && said["link"] === undefined
        ? { say: "add it again, as `route -n` printed it before" }
        : { type: instead("add", said) },
  },
});

/** `route`, `route -n`, `route add default gw 172.17.42.1`, `route del -net 10.1.1.0 netmask 255.255.255.0 eth0` */
export const ROUTE: Grammar = grammar({
  words: {
    "-n": word("prints addresses as numbers, and asks no name server"),
    "-e": word("as netstat prints it"),
    "-v": word("says what it does"),
    "-F": word("those that the kernel follows"),
    "-C": word("those that it has looked up lately"),
    "-4": word("those of IPv4"),
    "-6": word("those of IPv6"),
    add: leading("adds one", ADD),
    del: leading("takes one away", DELETE),
  },
  deed: asks("is asked for its routes"),
});

/** The line of `ip` that does the same */
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
