/**
 * Every line of the article and of the recipes is explained, word by word.
 */
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { type ExplainedLine, explainLine } from "../../lib/explain/explain-line.ts";
import { articleSteps } from "../../lib/recipe/article-steps.ts";
import { loadRecipe, recipeNames } from "../../lib/recipe/load.ts";
import { planOf } from "../../lib/shell/invert/invert.ts";
import { BadValue } from "../../lib/values/bad-value.ts";
import { naming } from "../support/naming.ts";

/** A sentence in which every name is there */
const WHOLE = expect.not.stringMatching(/(?<!\/dev\/)\b(?:undefined|null)\b|  | $|^$/);

const TUTORIAL = join(import.meta.dir, "../tutorial");

const ofArticle = readdirSync(TUTORIAL)
  .filter((file) => file.endsWith(".txt"))
  .flatMap((file) => readFileSync(join(TUTORIAL, file), "utf8").split("\n"))
  .filter((line) => /^\$\$? /.test(line));

/** Lines of checks, and others of the kinds that recipes have */
const OTHERS = [
  "ip -br link show type bridge",
  "ip -brief link",
  "ip a",
  "ip r",
  "ip a s dev eth0",
  "ip netns list",
  "ls /var/run/netns",
  "sudo brctl show docker0",
  "sudo docker exec 9cb3b1b0bd1a ip -br addr show eth0",
  "sudo iptables -S",
  "sudo iptables -A FORWARD -p tcp --dport 80 -i docker0 -o docker0 -j ACCEPT",
  "sudo ip netns exec 2989 ping -c 1 -W 1 10.1.1.2",
  "sudo ip link set A master docker0",
  "sudo ip link set A down",
  "sudo ip route del 10.1.1.2/32 dev A",
  "sudo ip addr del 10.1.1.1/32 dev A",
  "sudo sysctl -w net.ipv4.ip_forward=1",
  "sudo nsenter -t 2989 -n ip link",
  "sudo -nEH nsenter --target=2989 --net --mount -- ip link",
  "ip -br -c=auto addr",
  "docker run -d --cap-add NET_ADMIN --entrypoint sleep --init=true base 600",
  "docker exec -u root -e A=b web ip -br addr",
  "docker cp notes web:/tmp",
  "rm /var/run/netns/2989",
  "sudo tee -a /etc/hosts",
  "sudo docker run -d -p 127.0.0.1::80 -h web --dns 10.0.0.1 --dns-search example.com base sleep 600",
  "sudo docker run -itP --rm base /bin/bash",
  "ping -c 1 10.1.1.2",
  "sysctl -a",
  "ip rule add from 10.1.1.0/24 table 5",
  "sudo ip neigh add 10.1.1.9 lladdr 02:00:00:00:00:09 dev A",
  "ip route replace default via 10.1.1.2 dev A",
  "ip route get 10.1.1.2 from 10.1.1.1 iif A",
  "iptables -t nat -I POSTROUTING 1 -s 10.1.1.0/24 ! -d 10.1.1.0/24 -j MASQUERADE",
  "iptables -t nat -X",
  "find . -name hosts -print",
  "mount -t proc proc /mnt",
  "docker exec -it web ip addr",
  "docker stop -t 1 web db",
  "brctl stp bridge0 on",
  "ifconfig eth0 10.1.1.1 netmask 255.255.255.0 broadcast 10.1.1.255 mtu 1400 up",
  "sudo route add -net 10.1.1.0 netmask 255.255.255.0 gw 10.1.1.2 metric 5 dev A",
];

const ofRecipes = await Promise.all(
  recipeNames().map(async (name) => {
    const { recipe } = await loadRecipe(name);
    const values = Object.fromEntries(Object.entries(recipe.options).map(([option, spec]) => [option, spec.default]));
    return (await articleSteps(recipe, values)).flatMap(({ lines }) => lines.map(({ text }) => text));
  }),
);

const LINES = [...new Set([...ofArticle, ...ofRecipes.flat(), ...OTHERS])];

test("there are lines of both", () => {
  expect(ofArticle.length).toBeGreaterThan(50);
  expect(ofRecipes.flat().length).toBeGreaterThan(50);
});

describe("each of its words is known, and what it changes has an undoing", () => {
  test.each(LINES)("%s", (line) => {
    const { words, missing, changes, kernel, undo, manual } = explainLine(line);
    expect(missing).toEqual([]);
    expect(words.filter(({ means }) => means === null)).toEqual([]);
    expect(kernel.join()).not.toMatch(/undefined|null/);
    expect(undo.map((step) => ("type" in step ? step.type : step.say)).join()).not.toMatch(/undefined|null/);
    if (line.includes("apt-get")) return expect(changes).toBeNull();
    expect(changes).not.toBeNull();
    expect(kernel).not.toBeEmpty();
    expect(manual).not.toBeEmpty();
    // A variable of the shell is unset again, though it is nothing of the machine
    if (!line.includes("pid=")) expect(undo.length > 0).toBe(changes !== "nothing");
  });
});

/** All that is said of a line, but its own words */
function sentencesOf({ words, missing, changes, kernel, undo }: ExplainedLine): readonly string[] {
  const steps = undo.map((step) => ("type" in step ? step.type : step.say));
  return [...words.flatMap(({ means }) => means ?? []), ...missing, ...kernel, ...steps, changes ?? "unknown"];
}

test("of a line that is not whole yet, which word is missing is said, and nothing of one that isn't there", () => {
  const beginnings = LINES.map((line) => line.replace(/^\$\$? /, "").split(" ")).flatMap((words) =>
    words.map((_word, at) => words.slice(0, at + 1).join(" ")),
  );
  let unfinished = 0;
  for (const line of new Set(beginnings)) {
    const explained = explainedOrNull(line);
    if (explained === null) continue;
    const { missing, changes, kernel, undo } = explained;
    for (const sentence of sentencesOf(explained)) expect({ line, sentence }).toEqual({ line, sentence: WHOLE });
    if (missing.length === 0) continue;
    unfinished++;
    expect({ line, changes, kernel, undo }).toEqual({ line, changes: null, kernel: [], undo: [] });
  }
  expect(unfinished).toBeGreaterThan(80);
});

/** A beginning may end within quotes, or at an operator */
function explainedOrNull(line: string): ExplainedLine | null {
  try {
    return explainLine(line);
  } catch (error) {
    if (error instanceof BadValue) return null;
    throw error;
  }
}

const COMMAND_TO_RUN = "the command to run";
const KIND = "type, and the kind of interface";
const A_CHAIN = "after -A, a chain of rules";

describe("of a line that is not whole yet, what is missing is said", () => {
  test.each([
    ["mkdir", ["the folder"]],
    ["sudo", [COMMAND_TO_RUN]],
    ["sudo ip netns exec 2778", [COMMAND_TO_RUN]],
    ["ip", ["an object: addr, link, route, neigh, rule, netns"]],
    ["ip link add", ["the new interface", KIND]],
    ["ip link add A", [KIND]],
    ["ip link del", ["the interface"]],
    ["ip link set A", ["what to set: up, down, name, netns, master, nomaster, address, mtu"]],
    ["sudo ip link set A netns", ["after netns, the namespace: a name in /var/run/netns, or a process ID"]],
    ["ip addr add 1.2.3.4", ["dev, and the interface"]],
    ["ip addr add 1.2.3.4 dev", ["after dev, the interface"]],
    ["ip route add default", ["a next hop: via and a gateway's address, or dev and an interface"]],
    ["ip netns add", ["its name"]],
    ["ip netns attach N", ["a process ID"]],
    ["nft delete rule handle 7", ["the table, which holds chains", "the chain, which holds rules"]],
    ["nft delete chain handle 7", ["the table, which holds chains"]],
    ["brctl addif docker0", ["the interface"]],
    ["brctl stp docker0", ["on or off"]],
    ["iptables -t nat", ["what to do: -A, -I, -D, -L, -S, -N, -X, -P, -F"]],
    ["iptables -A", [A_CHAIN]],
    ["iptables -A -p tcp -j DROP", [A_CHAIN]],
    ["iptables -P FORWARD", [expect.stringMatching(/^after -P, /)]],
    ["iptables -D", [A_CHAIN.replace("-A", "-D")]],
    ["docker stop", ["the container: its id, the beginning of that, or its name"]],
    ["docker run -it", ["the image: the files that it starts with"]],
    ["docker run --name= base", ["after --name=, the name"]],
    ["iptables -A FORWARD !", ["after !, the match to invert"]],
    ["sysctl -w", ["a setting of the kernel, as net.ipv4.ip_forward"]],
    ["docker exec web", ["the program to run in it"]],
    ["service docker", ["what to do with it: start, stop, restart, status"]],
    ["ln -s a", ["the link"]],
    ["rm -f", ["what to remove"]],
    ["route add default", ["a next hop: gw and a gateway's address, or dev and an interface"]],
  ])("%s", (line, missing) => {
    expect(explainLine(line)).toMatchObject({ missing, changes: null, kernel: [], undo: [] });
  });
});

test("a word that may stand alone takes no other for its own", () => {
  const { words, missing } = explainLine("docker run --privileged base");
  expect(missing).toEqual([]);
  expect(words.at(-1)?.means).toStartWith("the image");
});

const CHOSEN = "a port of the host that Docker chooses";

describe("of a port, which number is whose is said", () => {
  test.each([
    ["80:81", "the host's port 80, for the container's port 81"],
    ["81", `${CHOSEN}, for the container's port 81`],
    ["10.0.0.1::81", `${CHOSEN}, at 10.0.0.1 only, for the container's port 81`],
    ["10.0.0.1:80:53/udp", "the host's port 80, at 10.0.0.1 only, for the container's port 53, of UDP"],
    ["8080-8081:80-81", "the host's ports 8080-8081, for the container's ports 80-81"],
    ["[::1]:80:81", "the host's port 80, at [::1] only, for the container's port 81"],
    ["$port:81", "the host's port $port, for the container's port 81"],
  ])("-p %s", (ports, means) => {
    const { words, refused, kernel } = explainLine(`docker run -p ${ports} base`);
    expect(words.find(({ word }) => word === ports)?.means).toBe(means);
    expect(refused).toEqual([]);
    expect(kernel.join()).toMatch(/ from the host's port .* rules of iptables .* proxy /);
  });

  test.each([
    ["docker run -P base", true],
    ["docker run -dP base", true],
    ["docker run --publish-all base", true],
    ["docker run --publish-all=false base", false],
    ["docker run --net=host -p 80:80 base", false],
    ["docker run base sh -c -P", false],
    ["docker run --publish-all=$all --net=none base", false],
  ])("what becomes of ports: %s", (line, opens) => {
    expect(explainLine(line).kernel.join().includes("the host's port")).toBe(opens);
  });
});

describe("what Docker refuses is said in its words, and that nothing changes", () => {
  test.each([
    ["-p 80:80:80:80", "docker: Invalid ip address 80:80: address 80:80:: too many colons in address."],
    ["-p 99999:80", "docker: Invalid hostPort: 99999."],
    ["-p=80/icmp", "docker: Invalid proto: icmp."],
    [
      "--publish-all=maybe",
      'invalid argument "maybe" for "-P, --publish-all" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
    ["--privileged=x", 'invalid argument "x" for "--privileged" flag: strconv.ParseBool: parsing "x": invalid syntax'],
  ])("%s", (options, words) => {
    const nothing = { missing: [], changes: "nothing", kernel: [], undo: [] };
    expect(explainLine(`sudo docker run ${options} base`)).toMatchObject({ refused: [words], ...nothing });
  });
});

test.each([
  ["docker run --net=foo base", "--net=foo", /^the network to connect it to: the network foo, /],
  ["docker run --net container:web base", "container:web", /^the network namespace of the container web: /],
  ["docker run --net constructor base", "constructor", /^the network constructor, /],
  ["docker rm --link a/b", "a/b", /^the link: /],
  ["ip -all netns exec ip -col=never link", "-col=never", /^prints in colours: /],
  ["nsenter -et7 -n/x ip link", "-n/x", /^its network: /],
  ["docker rm a/b --link", "a/b", /^the link: /],
  ["docker rm -f web", "web", /^the container: /],
  ["dnsmasq --conf-file=/dev/null", "--conf-file=/dev/null", /^the file to read options from, .*: none$/],
])("a word's meaning is that of its own value: %s", (line, word, means) => {
  expect(explainLine(line).words.find((one) => one.word === word)?.means).toMatch(means);
});

test("a container on another network is not said to be on Docker's bridge", () => {
  expect(explainLine("docker run --net=foo base").kernel.join()).toEndWith("of the network foo");
});

describe("from a word on that nobody here knows, nothing is said of what it does", () => {
  test.each([
    ["ip lnk set A up", "lnk"],
    ["sudo ip netns exec 2778 ip lnk", "lnk"],
    ["ip addr frob 10.1.1.1 dev A", "frob"],
    ["ip link set A sideways up", "sideways"],
    ["iptables -A FORWARD drop", "drop"],
    ["brctl frob docker0", "frob"],
    ["docker frob", "frob"],
    ["service docker frob", "frob"],
    ["route frob", "frob"],
  ])("%s", (line, unknown) => {
    const { words, ...does } = explainLine(line);
    const at = words.findIndex(({ word }) => word === unknown);
    expect(words.slice(0, at).filter(({ means }) => means === null)).toEqual([]);
    expect(words.slice(at).filter(({ means }) => means !== null)).toEqual([]);
    expect(does).toMatchObject({
      missing: [],
      changes: null,
      kernel: [],
      undo: [{ say: naming(unknown) }],
    });
  });
});

describe("what takes all away is not said to show it, nor to change nothing", () => {
  test.each([["ip route flush all"], ["ip neigh flush all"], ["ip rule flush"]])("%s", (line) => {
    const { changes, kernel, undo } = explainLine(line);
    expect(changes).toBeNull();
    expect(kernel).toEqual([expect.stringMatching(/^removes all /)]);
    expect(undo).toEqual([{ say: expect.stringMatching(/ any origin$/) }]);
  });
});

describe("a line for a program of former days has the lines that do the same today", () => {
  const nothing = { changes: "nothing", undo: [] };
  test.each([
    ["ifconfig", ["ip addr show"], nothing],
    ["ifconfig -a", ["ip addr show"], nothing],
    ["ipconfig", ["ip addr show"], nothing],
    ["ifconfig eth0", ["ip addr show eth0"], nothing],
    [
      "sudo ifconfig eth0 down",
      ["sudo ip link set eth0 down"],
      { changes: "sets eth0 down", undo: [{ type: "sudo ifconfig eth0 up" }] },
    ],
    [
      "ifconfig eth0 10.1.1.1 netmask 255.255.255.0 up",
      ["ip addr add 10.1.1.1/24 dev eth0", "ip link set eth0 up"],
      {
        changes: "adds 10.1.1.1/24 to eth0, and sets eth0 up",
        undo: [{ say: "set what `ifconfig eth0` printed before" }],
      },
    ],
    ["route", ["ip route show"], nothing],
    ["route -n", ["ip route show"], nothing],
    [
      "route add default gw 1.1.1.1",
      ["ip route add default via 1.1.1.1"],
      { changes: naming("default"), undo: [{ type: "route del default gw 1.1.1.1" }] },
    ],
    [
      "sudo route del -net 10.1.1.0 netmask 255.255.255.0 eth0",
      ["sudo ip route del 10.1.1.0/24 dev eth0"],
      {
        changes: naming("10.1.1.0/24"),
        undo: [{ type: "sudo route add -net 10.1.1.0 netmask 255.255.255.0 eth0" }],
      },
    ],
  ])("%s", (line, today, does) => {
    const explained = explainLine(line);
    expect(explained).toMatchObject({ missing: [], today, ...does });
    expect(explained.words.filter(({ means }) => means === null)).toEqual([]);
    expect(explained.manual.join()).toMatch(/ifconfig\(8\)|route\(8\)/);
  });
});

test("no line is said to change nothing that the journal undoes", () => {
  const undoable = LINES.filter((line) => !/[>=]/.test(line)).filter((line) => {
    const [first = "", ...others] = line.replace(/^\$\$? /, "").split(" ");
    return planOf([first, ...others]).kind === "undoable";
  });
  expect(undoable.length).toBeGreaterThan(20);
  expect(undoable.filter((line) => explainLine(line).changes === "nothing")).toEqual([]);
});
