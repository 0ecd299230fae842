/**
 * A line of a program with verbs is read as that program reads it: up to its verb, and where it runs.
 */
import { describe, expect, test } from "bun:test";

import { ADDRESS_VERBS } from "../../lib/programs/ip/address.ts";
import { LINK_ADD } from "../../lib/programs/ip/link-add.ts";
import { LINK_SET } from "../../lib/programs/ip/link-set.ts";
import { NEIGHBOUR_VERBS } from "../../lib/programs/ip/neighbour.ts";
import { NETNS_VERBS } from "../../lib/programs/ip/netns.ts";
import { ROUTE_VERBS } from "../../lib/programs/ip/route.ts";
import { RULE_VERBS } from "../../lib/programs/ip/rule.ts";
import { BRCTL_VERBS } from "../../lib/programs/brctl/verbs.ts";
import { plainWords } from "../../lib/programs/parse.ts";
import { PROGRAMS } from "../../lib/programs/table.ts";
import type { Verb } from "../../lib/programs/verb.ts";
import { type Entering, enteringNamed, ON_HOST, UNTOLD } from "../../lib/resources/entering.ts";

function read(line: string, enter: Entering = ON_HOST) {
  const [program = "", ...words] = line.split(" ");
  return PROGRAMS[program]?.reads?.(plainWords(words), enter);
}

test.each<readonly [line: string, verb: Verb | undefined, words: readonly string[]]>([
  ["ip link set A up", LINK_SET, ["A", "up"]],
  ["ip l s A up", LINK_SET, ["A", "up"]],
  ["ip li add A", LINK_ADD, ["A"]],
  ["ip addr add 10.0.0.1/8", ADDRESS_VERBS["add"], ["10.0.0.1/8"]],
  ["ip a chg 10.0.0.1/8", ADDRESS_VERBS["chg"], ["10.0.0.1/8"]],
  ["ip a c 10.0.0.1/8", ADDRESS_VERBS["change"], ["10.0.0.1/8"]],
  ["ip r d default", ROUTE_VERBS["delete"], ["default"]],
  ["ip n a 10.0.0.1", NEIGHBOUR_VERBS["add"], ["10.0.0.1"]],
  ["ip ne a 10.0.0.1", NEIGHBOUR_VERBS["add"], ["10.0.0.1"]],
  ["ip net add N", NETNS_VERBS["add"], ["N"]],
  ["ip netns att N 7", NETNS_VERBS["attach"], ["N", "7"]],
  ["ip ru a pref 7", RULE_VERBS["add"], ["pref", "7"]],
  ["ip -- link set A up", LINK_SET, ["A", "up"]],
  ["ip -d -o link set A up", LINK_SET, ["A", "up"]],
  ["brctl addif br0 A", BRCTL_VERBS["addif"], ["br0", "A"]],
])("%s has its verb, and the words of that", (line, verb, words) => {
  const found = read(line);
  if (found === null || typeof found !== "object") throw new TypeError(`${line}: ${found}`);
  expect(found.verb).toBe(verb as Verb); // each is there
  expect(found.parsed.meanings.map(({ word }) => word)).toEqual([...words]);
});

/** What enters an unknown namespace */
const WAY: Entering = { words: ["way"], ...UNTOLD };

describe("options of", () => {
  test.each<readonly [line: string, context: object]>([
    ["ip link set A up", { enter: WAY, family: null }],
    ["ip -4 link set A up", { enter: WAY, family: "inet" }],
    ["ip -6 link set A up", { enter: WAY, family: "inet6" }],
    ["ip -4 -6 link set A up", { enter: WAY, family: "inet6" }],
    ["ip -f inet6 link set A up", { enter: WAY, family: "inet6" }],
    ["ip -family inet link set A up", { enter: WAY, family: "inet" }],
    ["ip -n N link set A up", { enter: enteringNamed("N", WAY), family: null }],
    ["ip -netns N -6 link set A up", { enter: enteringNamed("N", WAY), family: "inet6" }],
    ["ip -l 7 -rc 100 -n N link set A up", { enter: enteringNamed("N", WAY), family: null }],
    ["tc -n N qdisc add dev A root pfifo", { enter: enteringNamed("N", WAY), family: null }],
  ])("`%s` say where it runs, and of which family it is: %j", (line, context) => {
    expect(read(line, WAY)).toMatchObject({ context });
  });

  test.each([
    ["ip -batch file", "wirework does not read the lines of its file"],
    ["ip -b file", "wirework does not read the lines of its file"],
    ["ip -force link set A up", "wirework does not read the lines of its file"],
    ["ip -all netns delete", "it is about all network namespaces"],
    ["ip -a link", "it is about all network namespaces"],
    ["bridge --batch link show", "wirework does not read the lines of its file"],
    ["tc -force qdisc show", "wirework does not read the lines of its file"],
  ])("`%s` are not followed: %s", (line, reason) => {
    expect(read(line)).toBe(reason);
  });
});

/** Of an object that there isn't the program says so itself */
test.each(
  `ip
ip link
ip -V
ip -h
ip frobnicate add
ip link show A nonsense
ip addr show dev A
ip route get 10.0.0.1
ip netns pids N
ip monitor all
ip neigh help
bridge link show
bridge -d link show
bridge link
bridge fdb show dev A
bridge mdb list
bridge vlan get dev A
bridge monitor all
bridge -V
bridge frobnicate
tc qdisc show dev A
tc class get nonsense
brctl
brctl show
brctl showmacs br0
brctl --help
brctl -V addbr br0
nft -a list ruleset
nft monitor
nft get element t s { 7 }`.split("\n"),
)("%s changes nothing", (line) => {
  expect(read(line)).toBeNull();
});

test.each([
  ["ip link sot A up", "ip link sot"],
  ["ip link property add dev A altname B", "ip link property"],
  ["ip tunnel add A", "ip tunnel add"],
  ["ip netns set N 7", "ip netns set"],
  ["ip netns exec N", "ip netns exec"],
  ["ip xfrm state list", "ip xfrm state"],
  ["bridge fdb add 02:00:00:00:00:01 dev A", "bridge fdb add"],
  ["bridge link showing", "bridge link showing"],
  ["tc qdisc link dev A root pfifo", "tc qdisc link"],
  ["tc qdisc nonsense", "tc qdisc nonsense"],
  ["brctl nonsense br0", "brctl nonsense"],
  ["nft flush ruleset", "nft flush ruleset"],
  ["nft rename chain ip t c d", "nft rename chain"],
  ["nft import json", "nft import"],
])("nobody knows what undoes %s", (line, known) => {
  expect(read(line)).toBe(`wirework does not know how \`${known}\` is undone`);
});

test.each([
  ["ip route flush table 7", "it takes away entries of any origin"],
  ["ip neigh flush all", "it takes away entries of any origin"],
  ["ip rule flush", "it takes away entries of any origin"],
  ["ip nexthop flush", "it takes away entries of any origin"],
  ["ip addr restore", "it adds whatever is in its input"],
  ["ip route restore", "it adds whatever is in its input"],
])("`%s` can't be undone: %s", (line, reason) => {
  expect(read(line)).toBe(reason);
});
