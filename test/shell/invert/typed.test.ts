/**
 * What a line runs, and where: behind sudo, ip and nsenter.
 */
import { expect, test } from "bun:test";

import { type Host, planFor, taken, together, wayBack } from "./host-with.ts";

const UP = "ip link set lo mtu 9";
const BACK = "ip link set dev lo mtu 65536";
const LINK = JSON.stringify([{ ifname: "lo", ifindex: 1, flags: [], mtu: 65536, addr_info: [] }]);

/** A host where these words enter network 3 */
function entered(into: string, more: Host = {}): Host {
  const prefix = into === "" ? "" : `${into} `;
  const prints = {
    [`${prefix}ip -details -json address show dev lo`]: LINK,
    [`${prefix}readlink /proc/self/ns/net`]: "net:[3]\n",
  };
  return together({ prints }, more);
}

test.each<[typed: string, into: string, more?: Host]>([
  [`sudo ${UP}`, "", { links: { "/proc/self/ns/net": "net:[3]" } }],
  [`/usr/bin/sudo -n /sbin/${UP}`, "", { links: { "/proc/self/ns/net": "net:[3]" } }],
  [`ip netns exec M ${UP}`, "ip netns exec M"],
  [
    `ip netns exec M ${UP}`,
    "ip netns exec M",
    { networks: { "/var/run/netns/M": 3 }, prints: { "ip netns exec M readlink /proc/self/ns/net": "" } },
  ],
  [`ip -n M link set lo mtu 9`, "ip netns exec M"],
  [`ip -netns M link set lo mtu 9`, "ip netns exec M"],
  [`sudo ip netns exec M sudo ${UP}`, "ip netns exec M"],
  [`ip netns exec M ip -n O link set lo mtu 9`, "ip netns exec M ip netns exec O"],
  [`nsenter -t 7 -n ${UP}`, "nsenter -t 7 -n"],
  [`nsenter --net=/x ${UP}`, "nsenter --net=/x"],
  [
    `nsenter --net=/x ${UP}`,
    "nsenter --net=/x",
    { networks: { "/x": 3 }, prints: { "nsenter --net=/x readlink /proc/self/ns/net": "" } },
  ],
])("`%s` goes back in `%s`", async (line, into, more = {}) => {
  const { planned, argv, steps } = await wayBack(line, entered(into, more));
  expect(argv.join(" ")).toBe(line);
  expect(planned[0]).toBe(into === "" ? BACK : `${into} ${BACK}`);
  expect(taken(steps)[0]).toMatchObject({ network: { enter: into === "" ? [] : into.split(" "), inode: "3" } });
});

test.each(["", "net:3", "net:[3]x", "xnet:[3]", "mnt:[3]"])("a network called %j is none", async (name) => {
  expect((await wayBack(UP, entered("", { links: { "/proc/self/ns/net": name } }))).planned).toEqual([]);
});

test.each([
  ["ip -a netns exec ip link", "unknown"],
  ["ip -al netns exec ip link", "unknown"],
  ["ip --all netns exec ip link", "unknown"],
  ["ip -all netns delete", "unknown"],
  ["ip -b lines", "unknown"],
  ["ip -ba lines", "unknown"],
  ["ip --batch lines", "unknown"],
  ["ip -force link set A up", "unknown"],
  ["ip -- link set A up", "undoable"],
  ["ip -d -- link", "none"],
  ["ip -l 3 link set A up", "undoable"],
  ["ip -loops 3 link set A up", "undoable"],
  ["ip -rc 3 link set A up", "undoable"],
  ["ip -rcvbuf 3 link set A up", "undoable"],
  ["ip -f inet link set A up", "undoable"],
  ["ip -family inet6 link set A up", "undoable"],
  ["ip -fami inet6 link set A up", "undoable"],
  ["ip -n", "none"],
  ["ip -s link set A up", "undoable"],
  ["ip link frob A", "unknown"],
  ["ip address", "none"],
  ["ip '' x", "none"],
])("`%s` is %s", (line, kind) => {
  expect(planFor(line).kind).toBe(kind as "none");
});

/** A line of each program that is about the host's files or services */
const ABOUT_HOST: readonly string[] = [
  "docker run base",
  "dnsmasq -k -C /dev/null",
  "service s start",
  "systemctl start s",
  "ln -s x l",
  "mkdir d",
  "rm f",
  "rmdir d",
  "touch f",
  "tee f",
  "cp a b",
  "mv a b",
  "find -L d -type l -delete",
  "mount a b",
  "modprobe m",
];

test.each([...ABOUT_HOST])("`%s` is undone on the host, and in a network, and not in a container", (line) => {
  const inside = ["-t 7 -m", "-t 7 -n -m", "-a -t 7", "--net --mount -t 7", "-t 7 -p"];
  const outside = [
    "",
    "ip netns exec M ",
    ...["-t 7 -n", "-t7 -n", "--target 7 --net", "--target=7 -n", "--net=/x", "-n/x", "-t 7 -n --"].map(
      (one) => `nsenter ${one} `,
    ),
  ];
  expect([line, ...outside.map((way) => planFor(`${way}${line}`).kind)]).toEqual([
    line,
    ...outside.map(() => "undoable" as const),
  ]);
  expect([line, ...inside.map((way) => planFor(`nsenter ${way} ${line}`).kind)]).toEqual([
    line,
    ...inside.map(() => "unknown" as const),
  ]);
});

const ABOUT_NETWORK = [
  UP,
  "brctl addbr b",
  "iptables -N c",
  "ip6tables -N c",
  "iptables-legacy -N c",
  "iptables-nft -N c",
  "sysctl a.b=1",
];

test.each([...ABOUT_NETWORK])("`%s` is undone in a container, too", (line) => {
  expect(planFor(`nsenter -t 7 -a ${line}`).kind).toBe("undoable");
});

test.each(["umount /mnt", "kill 7", "iptables-restore", "ip6tables-restore"])(
  "`%s` is known, and not undone",
  (line) => {
    expect(planFor(line).kind).toBe("unknown");
  },
);

test.each(["constructor", "toString", "/usr/bin/nonsense"])("%s is a stranger", (program) => {
  expect(planFor(program)).toEqual({ kind: "stranger", program: program.replace("/usr/bin/", "") });
});
