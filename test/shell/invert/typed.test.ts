/**
 * What a line runs, and where: behind sudo, ip and nsenter.
 */
import { expect, test } from "bun:test";

import { type Host, OWN, planFor, taken, together, wayBack } from "./host-with.ts";

const UP = "ip link set lo mtu 9";
const BACK = "ip link set dev lo mtu 65536";

/** A host where these words enter the network 3, which is behind that file */
function entered(into: string, file: string, more: Host = {}): Host {
  const prefix = into === "" ? "" : `${into} `;
  const sees = { [file]: { links: { lo: { index: 1, state: { mtu: 65536 } } } } };
  return together({ sees, prints: { [`${prefix}readlink ${OWN}`]: "net:[3]\n" } }, more);
}

const HOST_LINK = { links: { [OWN]: "net:[3]" } };

/** Where the kernel itself says which one it is, the program is not needed */
const silent = (into: string, file: string): Host => ({
  networks: { [file]: 3 },
  prints: { [`${into} readlink ${OWN}`]: "" },
});

test.each<[typed: string, into: string, file: string, more?: Host]>([
  [`sudo ${UP}`, "", OWN, HOST_LINK],
  [`/usr/bin/sudo -n /sbin/${UP}`, "", OWN, HOST_LINK],
  [`ip netns exec M ${UP}`, "ip netns exec M", "/var/run/netns/M"],
  [`ip netns exec M ${UP}`, "ip netns exec M", "/var/run/netns/M", silent("ip netns exec M", "/var/run/netns/M")],
  [`ip -n M link set lo mtu 9`, "ip netns exec M", "/var/run/netns/M"],
  [`ip -netns M link set lo mtu 9`, "ip netns exec M", "/var/run/netns/M"],
  [`sudo ip netns exec M sudo ${UP}`, "ip netns exec M", "/var/run/netns/M"],
  [`ip netns exec M ip -n O link set lo mtu 9`, "ip netns exec M ip netns exec O", "/var/run/netns/O"],
  [`nsenter -t 7 -n ${UP}`, "nsenter -t 7 -n", "/proc/7/ns/net"],
  [`nsenter --net=/x ${UP}`, "nsenter --net=/x", "/x"],
  [`nsenter --net=/x ${UP}`, "nsenter --net=/x", "/x", silent("nsenter --net=/x", "/x")],
])("`%s` goes back in `%s`", async (line, into, file, more = {}) => {
  const { planned, argv, steps } = await wayBack(line, entered(into, file, more));
  expect(argv.join(" ")).toBe(line);
  expect(planned[0]).toBe(into === "" ? BACK : `${into} ${BACK}`);
  expect(taken(steps)[0]).toMatchObject({
    network: { enter: { words: into === "" ? [] : into.split(" ") }, inode: "3" },
  });
});

test.each(["", "net:3", "net:[3]x", "xnet:[3]", "mnt:[3]"])("a network called %j is none", async (name) => {
  expect((await wayBack(UP, entered("", OWN, { links: { "/proc/self/ns/net": name } }))).planned).toEqual([]);
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
  "docker build -t web .",
  "docker stop web",
  "docker rm web",
  "docker rm -l web/db",
  "docker rename web db",
  "docker network connect net web",
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
  "iptables -A c -j DROP",
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
