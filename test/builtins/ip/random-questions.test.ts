import fc from "fast-check";

import { CABLE, describeRandom } from "./shown.ts";

const name = fc.constantFrom("A", "B", "br0", "lo", "C", "mv0", "vx0", "first", "nope", "up", "type", "dev", "if2");
const kind = fc.constantFrom("veth", "bridge", "vxlan", "macvlan", "vlan", "nope");
const table = fc.constantFrom("main", "local", "all", "77", "78", "default", "255", "9");
const protocol = fc.constantFrom("kernel", "static", "boot", "2", "ra", "77", "unspec", "0", "all");
const scope = fc.constantFrom("link", "host", "global", "253", "0", "site", "nowhere");
const type = fc.constantFrom("unicast", "local", "broadcast", "blackhole", "multicast", "anycast");
const destination = fc.constantFrom("default", "10.0.0.0/24", "10.0.0.9/24", "10.1.0.0/16", "10.0.0.1", "0.0.0.0/0");

/** What may stand behind `show` of links and addresses, also where it makes no sense */
const linkWord = fc.oneof(
  fc.constant("up"),
  name,
  ...Object.entries({ dev: name, master: name, type: kind }).map(([word, value]) => behind(word, value)),
);

/** And of routes */
const routeWord = fc.oneof(
  destination,
  ...Object.entries({ table, dev: name, oif: name, proto: protocol, protocol, scope, type, exact: destination }).map(
    ([word, value]) => behind(word, value),
  ),
);

const linkObject = fc.constantFrom("address", "addr", "a", "link", "l");
const routeObject = fc.constantFrom("route", "ro", "r");
const linkOption = fc.constantFrom("", "", "-j ", "-br ", "-d -j ");
const routeOption = fc.constantFrom("", "-j ", "-br ", "-o ", "-4 -o ", "-6 -o ", "-6 -j ", "-4 ");
const command = fc.constantFrom("show", "sh", "list", "l", "lst");

const question = fc.oneof(
  line(linkOption, linkObject, fc.array(linkWord, { maxLength: 3 })),
  line(routeOption, routeObject, fc.array(routeWord, { maxLength: 3 })),
);

describeRandom(question, [
  ...CABLE,
  "ip link add br0 type bridge",
  "ip netns add one",
  "ip link add C type veth peer name D netns one",
  "ip link set C master br0 up",
  "ip link property add dev A altname first",
  "ip link add mv0 link A type macvlan",
  "ip link add vx0 type vxlan id 7 dstport 4789",
  "ip route add default via 10.0.0.254",
  "ip route add 10.1.0.0/16 dev B proto static",
  "ip route add blackhole 10.2.0.0/16 scope host",
  "ip route add 10.3.0.0/16 dev A table 77",
  "ip route add default table 78 nexthop dev A nexthop dev B",
]);

function behind(word: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return value.map((one) => `${word} ${one}`);
}

function line(
  option: fc.Arbitrary<string>,
  object: fc.Arbitrary<string>,
  words: fc.Arbitrary<readonly string[]>,
): fc.Arbitrary<string> {
  return fc
    .tuple(option, object, command, words)
    .map(([before, what, verb, behindIt]) => ["ip", `${before}${what}`, verb, ...behindIt].join(" "));
}
