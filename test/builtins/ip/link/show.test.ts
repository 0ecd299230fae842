import { describeShown, type State } from "../shown.ts";

/** Each is a state, and questions about it beside the usual ones */
const STATES: Readonly<Record<string, Partial<State>>> = {
  "a loopback that is down": { lines: ["ip link set lo down"] },
  "a cable, down": { lines: ["ip link add A type veth peer name B"] },
  "a cable with one end up": {
    lines: ["ip link add A type veth peer name B", "ip link set A up"],
    questions: [
      "ip addr show up",
      "ip -j addr show up",
      "ip link show up",
      "ip -j link show up A",
      "ip -j addr show B up",
    ],
  },
  "a cable with both ends up": {
    lines: ["ip link add A type veth peer name B", "ip link set A up", "ip link set B up"],
  },
  "an end in another namespace that has an entry": {
    lines: ["ip netns add one", "ip link add A type veth peer name B netns one"],
    questions: [
      "ip -n one addr",
      "ip -n one -j link",
      "ip netns exec one ip link",
      "ip -j netns exec one ip link",
      "ip netns exec one ip -br link",
      "ip link show A",
      "ip -j addr show A",
    ],
  },
  "an end in another namespace that has none": {
    lines: [
      "ip netns add one",
      "ip link add A type veth peer name B netns one",
      "touch /run/elsewhere && mount --bind /run/netns/one /run/elsewhere && ip netns del one",
    ],
  },
  "a bridge and its ports": {
    lines: [
      "ip link add br0 type bridge",
      "ip link add A type veth peer name B",
      "ip link set B master br0",
      "ip link set B up",
      "ip link set A up",
      "ip link set br0 up",
      "ip addr add 10.0.0.254/24 dev br0",
    ],
    questions: [
      "ip link show master br0",
      "ip -j link show master br0",
      "ip addr show master br0",
      "ip -j addr show master br0 up",
      "ip link show type bridge",
      "ip -br link show type bridge",
      "ip -br link show dev B",
      "ip -br addr show master br0 up",
      "ip -j link show type bridge",
      "ip -j addr show type veth",
      "ip link show dev B master br0",
      "ip -j link show dev A master br0",
      "ip link show dev B",
    ],
  },
  "an empty bridge that is up": { lines: ["ip link add br0 type bridge", "ip link set br0 up"] },
  "a link on another one": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link add mv0 link A type macvlan mode bridge",
      "ip link add vx0 type vxlan id 7 remote 10.0.0.2 dstport 4789 dev A",
      "ip link add vx1 type vxlan id 8 remote 10.0.0.2 dstport 4790",
    ],
    questions: ["ip link show mv0", "ip -j link show mv0", "ip link show type macvlan", "ip -j addr show type vxlan"],
  },
  "a link on one in another namespace": {
    lines: [
      "ip netns add one",
      "ip link add A type veth peer name B",
      "ip link add mv0 link A netns one type macvlan",
      "ip link set A up",
    ],
    questions: ["ip -n one addr", "ip -n one -j addr"],
  },
  "every flag that can be set": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link set A up promisc on allmulticast on arp off multicast off dynamic on",
      "ip link set B promisc on arp off dynamic on trailers off",
    ],
  },
  "states and modes": {
    lines: ["ip link add A type veth peer name B", "ip link set A up state dormant mode dormant", "ip link set B up"],
  },
  "lengths and sizes": {
    lines: [
      "ip link add A mtu 1400 txqueuelen 0 type veth peer name B mtu 68 txqueuelen 7",
      "ip link add index 4000 br0 type bridge",
    ],
  },
  "groups, of which none has a name": {
    lines: ["ip link add A group 7 type veth peer name B", "ip link set B group 4294967"],
  },
  "an alias with all that JSON escapes": {
    lines: [
      "ip link add A type veth peer name B",
      String.raw`ip link set A alias "$(printf 'a "b" \\ c\td\ne\rf\fg\bh / i\033j ü €')"`,
    ],
  },
  "alternative names": {
    lines: [
      "ip link add A type veth peer name B",
      "ip link property add dev A altname first altname the-second-one-is-longer-than-any-name-of-a-link",
    ],
    questions: ["ip link show first", "ip -j addr show dev first"],
  },
  queueing: {
    lines: [
      "ip link add A numtxqueues 4 type veth peer name B",
      "ip link set A up",
      "ip link set B up",
      "tc qdisc add dev B root pfifo || true",
    ],
  },
  "a name of letters that take two bytes each": {
    lines: ["ip link add küche type veth peer name öfen"],
    questions: ["ip link show küche", "ip -br addr show öfen"],
  },
  "names that are words elsewhere": {
    lines: ["ip link add name type type veth peer name up", "ip link add name if0x type bridge"],
    questions: ["ip link show dev type", "ip addr show dev up up"],
  },
  "what is not there": {
    lines: ["ip link add A type veth peer name B"],
    questions: [
      "ip link show nope",
      "ip link show dev nope",
      "ip -j link show nope up",
      "ip link show type nosuch",
      "ip -j link show type nosuch",
    ],
  },
};

describeShown(["ip link", "ip -j link", "ip -br link", "ip -j addr", "ip -brief addr"], STATES);
