/**
 * Lines that are put together from a few names each, so that they meet; most of them fail.
 */
import fc from "fast-check";

const PARTS: Readonly<Record<string, readonly string[]>> = {
  LINK: ["k0", "k1", "k2", "k3"],
  NETWORK: ["blue", "red"],
  ADDRESS: ["10.1.0.1/24", "10.1.0.2/24", "10.2.0.1/32"],
  ROUTE: ["10.3.0.0/24", "10.4.0.1/32", "default"],
  CHAIN: ["FORWARD", "INPUT", "rX"],
  FILE: ["/tmp/random/a", "/tmp/random/b", "/tmp/random/c"],
  MTU: ["1300", "1400"],
  IN: ["", "ip netns exec blue ", "ip netns exec red "],
};

const PATTERNS: readonly string[] = [
  "sudo IN ip link add LINK type veth peer name LINK",
  "sudo IN ip link add LINK type bridge",
  "sudo IN ip link set LINK up",
  "sudo IN ip link set LINK down",
  "sudo IN ip link set LINK mtu MTU",
  "sudo IN ip link set LINK name LINK",
  "sudo IN ip link set LINK master LINK",
  "sudo IN ip link set LINK nomaster",
  "sudo IN ip link set LINK netns NETWORK",
  "sudo ip netns exec blue ip link set LINK netns 1",
  "sudo IN ip link del LINK",
  "sudo IN ip neigh replace 10.1.0.9 lladdr 02:00:00:00:00:09 dev LINK",
  "sudo IN ip neigh del 10.1.0.9 dev LINK",
  "sudo IN ip rule add from ROUTE table 9",
  "sudo IN ip rule del from ROUTE table 9",
  "sudo IN sysctl -w net.ipv4.ip_forward=0",
  "sudo IN ip addr add ADDRESS dev LINK",
  "sudo IN ip addr del ADDRESS dev LINK",
  "sudo IN ip route add ROUTE dev LINK",
  "sudo IN ip route add ROUTE via 10.1.0.9",
  "sudo IN ip route replace ROUTE via 10.1.0.8",
  "sudo IN ip route change ROUTE via 10.1.0.7",
  "sudo IN ip route del ROUTE",
  "sudo IN iptables -A CHAIN -i LINK -j DROP",
  "sudo IN iptables -I CHAIN -i LINK -j ACCEPT",
  "sudo IN iptables -D CHAIN -i LINK -j DROP",
  "sudo IN iptables -D CHAIN 1",
  "sudo IN iptables -P CHAIN DROP",
  "sudo IN iptables -N CHAIN",
  "sudo IN iptables -X CHAIN",
  "sudo mkdir -p FILE/x/y",
  "sudo mkdir FILE",
  "sudo ln -s FILE FILE",
  "sudo touch FILE",
  "sudo rm -f FILE/x FILE/y",
  "sudo mv FILE FILE",
  "sudo find -L /tmp/random -type l -delete",
  "echo hello >> FILE/z",
];

/** Any of them, with any names */
export const anyLine: fc.Arbitrary<string> = fc
  .constantFrom(...PATTERNS)
  .chain((pattern) =>
    fc
      .tuple(...pattern.split(" ").map((word) => partOf(word)))
      .map((words) => words.filter((word) => word !== "").join(" ")),
  );

function partOf(word: string): fc.Arbitrary<string> {
  const [, name = "", rest = ""] = /^([A-Z]+)(.*)$/.exec(word) ?? [];
  const choices = PARTS[name];
  return choices === undefined
    ? fc.constant(word)
    : fc.constantFrom(...choices).map((choice) => `${choice.trim()}${rest}`);
}
