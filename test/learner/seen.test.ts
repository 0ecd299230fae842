/**
 * The work of each kind of line is seen where it was typed, and not before.
 */
import { beforeAll, expect, test } from "bun:test";

import type { Seen } from "../support/kernel/seen-inside.ts";
import { describeInSandbox } from "../support/host/test-host.ts";
import { verdictsOn } from "../support/verdicts-on.ts";

/** Each goes on from those before */
const LINES = [
  "sudo ip link add C type veth peer name D",
  "ip link set C up",
  "sudo ip addr add 10.1.1.1/24 dev C",
  "ip a add 10.2.1.1 peer 10.2.1.2 dev C",
  "sudo ip route add 10.9.0.0/24 dev C",
  "ip r replace default via 10.1.1.2",
  "ip route del 10.9.0.0/24 dev C",
  "ip addr del 10.1.1.1/24 dev C",
  "ip link set C down",
  "sudo ip link set dev D name eth9",
  "sudo brctl addbr bridge9",
  "sudo brctl addif bridge9 eth9",
  "sudo brctl delif bridge9 eth9",
  "ip link set eth9 master bridge9",
  "sudo bridge link set dev eth9 hairpin on",
  "bridge link set dev eth9 hairpin off cost 7",
  "sudo tc qdisc add dev eth9 root pfifo limit 7",
  "tc qdisc replace dev eth9 root tbf rate 1mbit burst 10kb limit 10kb",
  "tc qdisc del dev eth9 root",
  "sudo nft add table ip wired",
  "sudo nft add chain ip wired c '{ type filter hook input priority 0; }'",
  "nft delete chain ip wired c",
  "nft delete table ip wired",
  "ip link set dev eth9 nomaster",
  "sudo mkdir -p /var/run/netns",
  "sudo ip netns add blue",
  "sudo ip link set eth9 netns blue name eth8",
  "sudo ip netns exec blue ip link set eth8 up",
  "sudo ip -n blue addr add 10.3.1.1/24 dev eth8",
  "ip netns exec blue ip link del eth8",
  "ip netns del blue",
  "sudo ln -s /proc/1/ns/net /var/run/netns/one",
  "rm /var/run/netns/one",
  "touch /var/run/wired",
  "rm -f /var/run/wired",
  "mkdir /var/run/wired",
  "ln -s /proc/1/ns/net /var/run/wired",
  "mv /var/run/wired/net /var/run/moved",
  "rm -- /var/run/moved",
  "rmdir /var/run/wired",
  "echo 'DOCKER_OPTS=\"--icc=true\"' >> /etc/default/docker",
  "sudo service docker restart",
  "echo 'DOCKER_OPTS=\"\"' > /etc/default/docker",
  "sudo service docker stop",
  "sudo service docker start",
  "sudo sysctl -w net.ipv4.ip_forward=0",
  "echo 1 > /proc/sys/net/ipv4/ip_forward",
  "sudo iptables -A FORWARD -i docker0 -o docker0 -p tcp --dport 80 -j ACCEPT",
  "iptables -D FORWARD -i docker0 -o docker0 -p tcp --dport 80 -j ACCEPT",
  "iptables -t nat -I POSTROUTING 1 -s 10.1.1.0/24 -j MASQUERADE",
  "sudo ip link set dev docker0 down",
  "sudo brctl delbr docker0",
  "brctl delbr bridge9",
] as const;

/** Of a container, in an order of their own */
const OF_CONTAINERS = [
  "docker stop --time 0 web",
  "docker start web",
  "docker kill web",
  "docker restart web",
  "docker rm -f web",
  "docker build -t web /tmp/context",
  "docker rmi web",
];

describeInSandbox((host) => {
  let seen: readonly Seen[] = [];
  beforeAll(async () => {
    await host().$`docker run -d --name web base sleep 600`;
    await host().$`sh -c ${"mkdir /tmp/context; echo FROM base >/tmp/context/Dockerfile"}`;
    seen = await verdictsOn(host(), "kernel/seen-inside.ts", [JSON.stringify([...OF_CONTAINERS, ...LINES])]);
  });

  test.each([...OF_CONTAINERS, ...LINES].map((line, at) => [line, at] as const))("%s", (line, at) => {
    const { before, after, status, findings } = seen[at] as Seen;
    expect({ line, status, after }).toEqual({ line, status: 0, after: "done" });
    expect(["missing", "wrong"]).toContain(before);
    expect(findings.map(({ wanted, seen: words }) => `${wanted}: ${words}`).join()).not.toMatch(/undefined|null/);
  });

  test("what is only shown is not looked for", async () => {
    const lines = ["ip link show", "sudo iptables -L -n", "brctl show", "docker ps", "service docker status", "ls /"];
    const told = await verdictsOn<Seen>(host(), "kernel/seen-inside.ts", [JSON.stringify(lines)]);
    expect(told.map(({ findings }) => findings)).toEqual(lines.map(() => []));
  });
});
