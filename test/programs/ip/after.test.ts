/**
 * What the words of a line say of an address, a route, a rule or a neighbour, as it is shown once the line has run.
 */
import { expect, test } from "bun:test";

import { plainWords } from "../../../lib/programs/parse.ts";
import { knownVerb, touchesOf } from "../../../lib/shell/invert/known-verb.ts";

/** What is known of the first entry that a line touches: its words, and after a comma each word that it lacks */
function afterOf(line: string): string | null | undefined {
  const read = knownVerb(plainWords(line.split(" ")));
  if (read === null) throw new Error(line);
  const touches = touchesOf(read);
  if (typeof touches === "string") throw new Error(touches);
  const [touch] = touches;
  if (touch?.kind !== "entry") throw new Error(`${line} touches no entry`);
  if (touch.after === null) return null;
  const { is, having, lacking } = touch.after;
  return [[is, ...having].join(" "), ...lacking].join(", ");
}

test.each([
  ["ip addr add 10.1/16 dev A", "there 10.1.0.0/16"],
  ["ip a a FD00:0::1 dev A nodad home", "there fd00::1/128 nodad home"],
  ["ip addr add 10.6.1.1 peer 10.6.1.2 dev A label A:x", "there 10.6.1.1 peer 10.6.1.2/32 label A:x"],
  ["ip addr add 10.1.1.1/24 dev A label A", "there 10.1.1.1/24"],
  ["ip addr replace 10.1.1.1/24 dev A metric 5", "there 10.1.1.1/24 metric 5"],
  ["ip addr change 10.1.1.1/24 dev A metric 5", "there 10.1.1.1/24 metric 5"],
  ["ip addr del 10.1.1.1/24 dev A", "gone 10.1.1.1/24"],
  ["ip addr del 10.1.1.1 dev A", "gone 10.1.1.1/"],
  ["ip addr del fd00::1 dev A", "gone fd00::1/128"],
  ["ip addr add 10.1.1.256 dev A", null],
  ["ip addr flush dev A", "gone"],
  ["ip addr flush dev A scope global", null],
  ["ip -4 addr flush dev A", null],
])("%s: %s", (line, after) => expect(afterOf(line)).toBe(after));

test.each([
  ["ip route add 10.9/16 dev A", "there 10.9.0.0/16 dev A, metric, via, table"],
  ["ip route add 10.9.0.0/24 via 10.1 metric 7 table 77", "there 10.9.0.0/24 via 10.1.0.0 table 77 metric 7"],
  ["ip route add default via 10.1.1.2 metric 0 table main", "there default via 10.1.1.2, metric, table"],
  ["ip -6 route add fd09:0::/64 dev A", "there fd09::/64 dev A metric 1024, via, table"],
  ["ip route add blackhole 10.8.0.0/16", "there blackhole 10.8.0.0/16, metric, via, table"],
  ["ip route add local 10.8.0.0/16 dev lo", "there local 10.8.0.0/16 dev lo table local, metric, via"],
  ["ip route add 10.7.0.0/24 dev A table 255", "there 10.7.0.0/24 dev A table local, metric, via"],
  [
    "ip route add 10.7.0.0/24 dev A tos 0x8 proto static scope link src 10.1.1.1",
    "there 10.7.0.0/24 tos 0x08 dev A proto static scope link src 10.1.1.1, metric, via, table",
  ],
  ["ip route add 10.7.0.0/24 dev A proto boot scope global", "there 10.7.0.0/24 dev A, metric, via, table"],
  [
    "ip route add 10.4.0.0/24 nexthop via 10.1.1.5 nexthop via 10.1.1.6",
    "there 10.4.0.0/24 nexthop via 10.1.1.5 nexthop via 10.1.1.6, metric, table",
  ],
  ["ip route del 10.9.0.0/24 metric 500", "gone 10.9.0.0/24 metric 500, table"],
  ["ip route del default table 77", "gone default table 77"],
])("%s: %s", (line, after) => expect(afterOf(line)).toBe(after));

test.each([
  [
    "ip rule add from 10.1.1.9 table 5",
    "there from 10.1.1.9 lookup 5, not, to, tos, fwmark, iif, oif, uidrange, ipproto, sport, dport",
  ],
  [
    "ip rule add fwmark 7/0xff dev A table 254 prio 9",
    "there pref 9 fwmark 0x7/0xff iif A lookup main from all, not, to, tos, oif, uidrange, ipproto, sport, dport",
  ],
  [
    "ip rule add not from any to 10.2.0.0/16 ipproto tcp dport 80-80 blackhole",
    "there not from all to 10.2.0.0/16 ipproto 6 dport 80 blackhole, tos, fwmark, iif, oif, uidrange, sport",
  ],
  ["ip rule del pref 99", "gone pref 99"],
])("%s: %s", (line, after) => expect(afterOf(line)).toBe(after));

test.each([
  [
    "ip neigh add 10.1.1.8 lladdr 02:00:00:00:00:0A dev A nud noarp",
    "there 10.1.1.8 dev A lladdr 02:00:00:00:00:0a nud noarp, proxy",
  ],
  [
    "ip neigh replace 10.1.1.8 lladdr 02:00:00:00:00:0a nud stale dev A",
    "there 10.1.1.8 dev A lladdr 02:00:00:00:00:0a, proxy",
  ],
  ["ip neigh add proxy 10.1.1.8 dev A router proto static", "there proxy 10.1.1.8 dev A router proto static"],
  ["ip neigh del 10.1.1.8 dev A", "gone 10.1.1.8 dev A, proxy"],
  ["ip neigh del proxy 10.1.1.8", "gone proxy 10.1.1.8"],
])("%s: %s", (line, after) => expect(afterOf(line)).toBe(after));
