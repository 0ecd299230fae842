import { describe, expect, test } from "bun:test";

import { compare } from "../../lib/article/compare-output.ts";
import { TEXT_DIFFERENCES } from "../../lib/article/text-differences.ts";

const ETH0 = "24: eth0: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP group default qlen 1000";

/** Of each: the article's text, today's, and the beginnings of the reasons */
const EXPLAINED: readonly (readonly [article: string, here: string, ...reasons: readonly string[]])[] = [
  ["root@63f36fc01b5f:/#", "root@0123456789ab:/#", "every container gets an id"],
  ["2778", "27", "a process gets the next free id"],
  ["3: lo: up", "1: lo: up", "each network numbers its interfaces"],
  ["eth0: up", "eth0@if3: up", "@if3 is the number"],
  ["brd ff:ff:ff:ff:ff:ff", "brd ff:ff:ff:ff:ff:ff link-netnsid 0", "link-netnsid is"],
  [
    ETH0,
    "24: eth0@if25: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000",
    "@if3 is the number",
    "a veth is not a real wire",
    "the kernel gives a veth the flag MULTICAST",
  ],
  [
    "4: b: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state UP group default",
    "3: b: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN group default qlen 1000",
    "each network numbers its interfaces",
    "noop is the queue",
    "qlen 1000 is the length",
    "the article's own text contradicts itself",
    "a bridge with nothing on it",
  ],
  ["eth0: mtu 1500 qdisc noqueue", "eth0: mtu 1400 qdisc noqueue", "the MTU is the one"],
  [
    "docker0         8000.3a1d7362b4ee       no              veth65f9",
    "docker0\t\t8000.0242ac110001\tno\t\tvethAQI2QT",
    "a bridge's id has its hardware address",
    "the host's end of each cable",
  ],
  ["link/ether 32:6f:e0:35:57:91 brd", "link/ether 02:42:ac:11:00:02 brd", "every interface gets a hardware address"],
  [
    "inet6 fe80::306f:e0ff:fe35:5791/64 scope link",
    "inet6 fe80::42:acff:fe11:2/64 scope link tentative",
    "an interface makes its IPv6 address itself",
  ],
  [
    "inet 172.17.0.3/16 scope global eth0",
    "inet 172.17.0.3/16 scope global eth0\n    inet6 fe80::1/64 scope link\n       valid_lft forever preferred_lft forever",
    "an interface that is up gives itself an IPv6 address",
  ],
  ["    inet 172.17.0.3/16 eth0", "    inet 192.168.5.2/24 eth0", "the addresses are those"],
  [
    "172.17.0.0/16 dev eth0  proto kernel  scope link  src 172.17.0.3",
    "172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.3",
    "ip route prints one blank",
  ],
  ["default via 172.17.42.1 dev eth0", "default via 192.168.5.1 dev eth0", "the addresses are those"],
  [
    "...\n/dev/sda1 on /etc/hosts type ext4 ...",
    "tmpfs on /etc/hosts type tmpfs (rw)\nproc on /proc type proc",
    "Docker's own files are where it keeps them",
  ],
  ["ACCEPT     tcp  --  0.0.0.0/0", "ACCEPT     6    --  0.0.0.0/0", "iptables 1.8.9"],
  ["...\ninet 172.17.42.1/16 eth0\n...", "eth0:\n    inet 172.17.42.1/16 eth0\nmore", "the article's line has lost"],
];

describe("what differs, and means the same, has its reason", () => {
  test.each(EXPLAINED)("%p is %p today", (article, here, ...reasons) => {
    const found = compare(article.split("\n"), here.split("\n"));
    expect(found).toEqual({ reasons: reasons.map((reason) => expect.stringContaining(reason)), unexplained: [] });
  });

  test("each reason is one of these", () => {
    const told = EXPLAINED.flatMap(([, , ...reasons]) => reasons);
    const reasons = TEXT_DIFFERENCES.map(({ reason }) => reason);
    expect(reasons.filter((reason) => !told.some((beginning) => reason.startsWith(beginning)))).toEqual([]);
  });
});

test("what is the same has no reason", () => {
  const lines = [ETH0, "    inet 172.17.0.3/16 scope global eth0", "2778"];
  expect(compare(lines, lines)).toEqual({ reasons: [], unexplained: [] });
});

describe("what nobody can explain is shown", () => {
  test.each([
    ["a line that is not here", ["a", "b"], ["a"], ["b"]],
    ["one line more than in the article", ["a"], ["a", "b"], ["b"]],
    ["a line that is another", ["a 1"], ["a 2"], ["a 1", "a 2"]],
    ["beside what is explained", ["2: eth0: down"], ["3: eth0: up"], ["…eth0: down", "…eth0: up"]],
  ])("%s", (_, article, here, unexplained) => {
    expect(compare(article, here).unexplained).toEqual(unexplained);
  });

  test("but for what the article has left out", () => {
    expect(compare(["...", "b"], ["a", "b", "c"]).unexplained).toEqual([]);
    expect(compare(["a ... c", "..."], ["a b c", "d"]).unexplained).toEqual([]);
    expect(compare(["a ... c", "..."], ["a b d"]).unexplained).toEqual(["a ... c"]);
  });
});
