import { describe, expect, test } from "bun:test";

import { withoutNamespaces } from "../../support/host/no-namespaces.ts";
import { type Ended, wirework } from "../../support/wirework.ts";

/** Where no sandbox could be opened: nothing is to run */
function explain(...args: readonly string[]): Promise<Ended> {
  return wirework(withoutNamespaces, ["explain", ...args]);
}

async function documentOf(line: string): Promise<any> {
  const { status, stdout, stderr } = await explain(line, "--json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
}

test("a line is explained word by word, with what it does, what undoes it, and the manual", async () => {
  expect(await explain("sudo ip netns exec 2989 ip addr add 10.1.1.1/32 dev A")).toEqual({
    status: 0,
    stderr: "",
    stdout: `sudo ip netns exec 2989 ip addr add 10.1.1.1/32 dev A

  sudo         runs a command as root
  ip           manages interfaces, addresses, routes and network namespaces
  netns        named network namespaces
  exec         runs what follows in there
  2989         whose network: an entry in /var/run/netns
  ip           manages interfaces, addresses, routes and network namespaces
  addr         the addresses of interfaces
  add          adds one
  10.1.1.1/32  the address, and after the slash the length of its network's prefix
  dev          the interface follows
  A            the interface

changes  adds 10.1.1.1/32 to A
kernel   accepts packets to 10.1.1.1/32 on A
undo     sudo ip netns exec 2989 ip addr del 10.1.1.1/32 dev A
manual   ip-address(8), ip-netns(8), sudo(8)
`,
  });
});

describe("of each kind of line, what undoes it", () => {
  const type = (line: string) => [{ type: line, say: null }];
  const say = (text: string) => [{ type: null, say: expect.stringContaining(text) }];

  test.each([
    ["sudo ip link set dev B name eth0", type("sudo ip link set dev eth0 name B")],
    [
      "sudo ip link set A netns $pid",
      [
        ...type("sudo ip netns exec $pid ip link set A netns 1"),
        ...say("`sudo ip addr add …` for each of the addresses of A that `ip addr show dev A` printed before"),
        ...say("`sudo ip route add …` for each of the routes over A that `ip route show dev A` printed before"),
        ...say("`sudo ip neigh add …` for each of the neighbours on A that `ip neigh show dev A` printed before"),
      ],
    ],
    [
      "sudo ip netns exec $pid ip route add default via 172.17.42.1",
      type("sudo ip netns exec $pid ip route del default via 172.17.42.1"),
    ],
    ["brctl addif docker0 A", type("ip link set dev A nomaster")],
    ["pid=2778", type("unset pid")],
    ["sudo ln -s /proc/$pid/ns/net /var/run/netns/$pid", type("sudo rm /var/run/netns/$pid")],
    ["echo 'a b' >> '/tmp/x y'", type("sudo sed -i '$d' '/tmp/x y'")],
    [
      "sudo iptables -t nat -I POSTROUTING 2 -s 10.0.0.0/8 ! -d 10.0.0.0/8 -j MASQUERADE",
      type("sudo iptables -t nat -D POSTROUTING -s 10.0.0.0/8 ! -d 10.0.0.0/8 -j MASQUERADE"),
    ],
    ["sudo service docker stop", type("sudo service docker start")],
    ["sudo docker run -d --name web base sleep 600", type("sudo docker rm -f web")],
    ["sudo docker run -it --rm base /bin/bash", say("exit; --rm removes the container then")],
    ["find -L /var/run/netns -type l -delete", say("ln -s")],
    ["iptables -F", say("it removes rules of any origin")],
    ["sh -c true", say("sh")],
    ["ip addr show bridge0", []],
    ["cat /proc/sys/net/ipv4/ip_forward", []],
  ])("%s", async (line, undo) => {
    expect((await documentOf(line)).undo).toEqual(undo);
  });
});

test("a word that nobody here knows is said to be unknown", async () => {
  const { words } = await documentOf("sudo ip link set A sideways --frob");
  expect(words.at(-1)).toEqual({ word: "--frob", means: null });
  const { stdout } = await explain("frobnicate A");
  expect(stdout).toMatch(/^ {2}frobnicate {2}unknown: \S/m);
  expect(stdout).toContain("\nchanges  unknown\n");
});

test("of half a line, the words that are there are explained, and those that are missing are named", async () => {
  const { stdout } = await explain("sudo iptables -P");
  expect(stdout).toMatch(
    /^sudo iptables -P\n\n {2}sudo {6}\S.*\n {2}iptables {2}\S.*\n {2}-P {8}\S.*\n\nmissing {2}after -P, .*\n {9}after -P, .*\nmanual {3}iptables\(8\), sudo\(8\)\n$/,
  );
  const half = { missing: ["the folder"], changes: null, kernel: [], undo: [] };
  expect(await documentOf("mkdir")).toMatchObject({ schema: 1, line: "mkdir", ...half });
});

test("of a program of former days, the line that does the same today is told", async () => {
  const { stdout } = await explain("ipconfig");
  expect(stdout).toContain("a program of Windows, which Linux does not have: the article means ifconfig\n");
  expect(stdout).toEndWith("\ntoday    ip addr show\nmanual   ifconfig(8)\n");
});

test("options in one word, and values behind an equals sign, are read", async () => {
  const { words } = await documentOf("docker run -itd --net=host --name=web base");
  const means = Object.fromEntries(words.map(({ word, means }: { word: string; means: string }) => [word, means]));
  expect(means["-itd"]).toMatch(/^keeps its standard input open.*; gives it a terminal.*; runs it in the background/);
  expect(means["--net=host"]).toContain("the host's network namespace");
  expect(means["--name=web"]).toBe("its name: the name");
});

test("the options of Docker's daemon in a line that is written are explained", async () => {
  const { words, changes } = await documentOf(`echo 'DOCKER_OPTS="--icc=false"' >> /etc/default/docker`);
  expect(words[1].means).toContain("--icc=false: whether containers can reach each other without a link");
  expect(changes).toBe("adds a line to /etc/default/docker");
});

test("that sudo does not open the file is said", async () => {
  const told = "lets your own shell open the file, not sudo: this fails unless your shell runs as root";
  expect((await documentOf("sudo echo 1 > /proc/sys/net/ipv4/ip_forward")).kernel).toContain(told);
  expect((await documentOf("echo 1 > /proc/sys/net/ipv4/ip_forward")).kernel).not.toContain(told);
});

test.each([
  ["$ ip link show"],
  ["$$ ip link show"],
  ["+ ip link show"],
  ["root@63f36fc01b5f:/# ip link show"],
  ["  ip\u00a0link \u00a0show \n"],
])("what was pasted is read without its prompt: %j", async (line) => {
  expect((await documentOf(line)).words.map(({ word }: { word: string }) => word)).toEqual(["ip", "link", "show"]);
});

describe("what is no command is refused", () => {
  test.each([
    [[], "Cannot explain a command: none was given"],
    [["--json"], "Cannot explain a command"],
    [[""], 'Cannot use "" as a command to explain: it has no words'],
    [["  \n"], "it has no words"],
    [["> /tmp/x"], "it has no command"],
    [["ip link | grep veth"], '"ip link | grep veth"'],
    [["ip link || true"], "it is two commands"],
    [["ip link && ip addr"], "it is two commands"],
    [["ip link; ip addr"], "it is several commands"],
    [["ip link\nip addr"], "it is several lines"],
    [["sleep 1 &"], 'the "&" runs it in the background'],
    [["cat < /etc/hosts"], "it reads its input from a file"],
    [["pid=$(docker inspect x)"], "it contains another command's output"],
    [["echo `date`"], "output"],
    [["echo a > b > c"], 'only one file can follow ">"'],
    [["echo a >"], 'no file follows ">"'],
    [["echo 'a"], "it has an unclosed quote"],
    [['echo it"s'], "it has an unclosed quote"],
    [["echo \\"], "it ends in a backslash"],
    [["# a comment"], "it is a comment"],
    [["ip link \u0007"], "it has a control character"],
    [["ip \u001b[31mlink"], "control character"],
    [["x".repeat(65536)], "it has 65536 characters; the limit is 4096"],
    [["ip", "link", "show"], "Cannot explain several words: put the whole command in quotes"],
  ])("%j", async (args, message) => {
    const { status, stdout, stderr } = await explain(...args);
    expect(status).toBe(2);
    expect(stderr + stdout).toContain(
      JSON.stringify(message)
        .slice(1, -1)
        .replaceAll('\\"', args.includes("--json") ? '\\"' : '"'),
    );
    expect(stderr.length).toBeLessThan(400);
    // oxlint-disable-next-line no-control-regex -- they are what it looks for
    expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  });

  test("several words get the line that would do", async () => {
    const { stderr } = await explain("ip", "addr", "show", "dev", "it's");
    expect(stderr).toEndWith(`  try: wirework explain 'ip addr show dev it'\\''s'\n`);
  });
});
