/** Lines of the matrix of which a reader can't say what the others say, with the reason. */
import { PORT_LINES } from "./lines/links.ts";

/** Only the state of a port is another, which the kernel passes on by itself: bridge/link-set.test.ts has it */
const PASSING: readonly string[] = PORT_LINES.filter((line) => line.includes(" state "));

/** It is so already, or there is nothing */
export const CHANGES_NOTHING: ReadonlySet<string> = new Set([
  "ip link set A up",
  "ip -n c1 link set E up",
  "sudo ip netns exec c1 ip link set E up",
  "ip link set D master br9",
  "ip link set A group default",
  "brctl stp br0 off",
  "ip addr flush dev B",
  "nft add table inet t",
  "nft add chain inet t own",
  "mkdir --parents /run/wired/d",
  "rm --recursive --force /run/wired/nope",
  "touch /run/wired/a",
  "touch -c /run/wired/nope",
  "tee -a /run/wired/a",
  "sysctl -w net.ipv4.conf.A.proxy_arp=0",
  ...PASSING,
]);

/**
 * `explain` takes it that a port was on no bridge, and that a route, or a proxy, had no more settings than the line names; that the
 * folders above one were there, and a file that gets a line; that no rule was equal to a new one, of which its words delete the first
 */
export const OTHERWISE_THAN_EXPLAINED: ReadonlySet<string> = new Set([
  "ip link set C master br1",
  "ip link set P master br1",
  "ip route del 10.1.1.0/24 dev A",
  "ip neigh add proxy 10.1.1.66 dev A",
  "ip neigh del proxy 10.1.1.66 dev A",
  "sudo mkdir -p /run/wired/new/of/many",
  "sudo echo hi >> /run/wired/new",
  "iptables -A FORWARD -i A -o B -j ACCEPT",
  ...CHANGES_NOTHING,
]);

/** What the line's words say is so before it runs; of a queueing discipline `check` knows the kind, not its settings */
export const SO_BEFORE: ReadonlySet<string> = new Set([
  "ip neigh add proxy 10.1.1.66 dev A",
  "ip neigh replace proxy 10.1.1.66 dev A",
  "tc qdisc replace dev K root handle 6: tbf rate 1mbit burst 10kb limit 10kb",
  "tc qdisc replace dev K root handle 5: tbf rate 1mbit burst 10kb limit 10kb",
  "tc qdisc change dev K root handle 5: tbf rate 1mbit burst 10kb limit 10kb",
  "tc qdisc change dev L root pfifo limit 5",
  "iptables -A FORWARD -i A -o B -j ACCEPT",
  ...CHANGES_NOTHING,
]);

/**
 * `check` looks for nothing: a rule of nft has no name, and no line asks whether it is there; of one that goes by its number, and
 * of what a program writes or finds, nobody knows beforehand which it is
 */
export const UNSEEN =
  /^(?:(?:ip netns exec c1 )?nft (?:-a )?(?:add|insert) rule |iptables -D FORWARD \d|(?:tee|touch -c|find) )/;

/** `check` does not find it: of two such routes one is gone; and a port has passed on to its next state */
export const NOT_FOUND: ReadonlySet<string> = new Set([
  "ip route del 10.9.0.0/24",
  ...PASSING.filter((line) => line.includes("P ")),
]);

/** A look before is not enough, as it loses what nobody keeps: many rules, or what is in a folder */
export const UNDONE_BY_NOBODY = /^(?:iptables (?:-F|--flush) |rm -rf \/run\/wired\/d$|cp -[ra] )/;

/** A script does not look before what is at a path */
export const UNDONE_BY_NO_SCRIPT = /^(?:(?:rm|rmdir|cp|mv) |ln -sf)/;

/** A script takes a path for the link's own where it is a folder's */
export const LEFT_BY_SCRIPT: ReadonlySet<string> = new Set(["ln -s a /run/wired/d"]);
