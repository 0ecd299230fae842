import { describe, expect, test } from "bun:test";

import { differences } from "../../lib/step/differences.ts";
import { wholeNetwork } from "../../lib/step/see-host.ts";
import type { Network, SeenFile, State } from "../../lib/step/state.ts";
import { networkWith, type Told, type ToldLink } from "../support/kernel/seen-network.ts";

const A: ToldLink = {
  index: 6,
  lower: "B",
  flags: ["BROADCAST", "MULTICAST"],
  state: { address: "02:00:00:00:00:0a" },
};
const LO: ToldLink = {
  index: 1,
  hardware: "loopback",
  flags: ["LOOPBACK"],
  state: { address: "00:00:00:00:00:00" },
  addresses: ["127.0.0.1/8"],
};
const BRIDGE: ToldLink = { index: 6, kind: "bridge", state: { address: "02:00:00:00:00:0a" } };

function network(label: string, links: Readonly<Record<string, ToldLink>>, more: Omit<Told, "links"> = {}): Network {
  return wholeNetwork(label, networkWith({ links, ...more }));
}

/** A host with these networks, each known by its label */
function host(networks: readonly Network[], more: Partial<State> = {}): State {
  return {
    networks: new Map(networks.map((one) => [one.label, one])),
    chains: [],
    docker: "running",
    containers: [],
    files: new Map(),
    ...more,
  };
}

/** Each as it is read: the sign, the network, and the text */
function told(before: State, now: State): readonly string[] {
  return differences(before, now).map(
    ({ sign, where, text }) => `${sign} ${where === null ? "" : `[${where}] `}${text}`,
  );
}

const EMPTY = host([network("host", {})]);
const WITH_A = host([network("host", { A })]);

/** The host with A changed */
const changed = (change: ToldLink) => host([network("host", { A: { ...A, ...change } })]);

/** A with other settings */
const set = (state: ToldLink["state"]): ToldLink => ({ ...A, state: { ...A.state, ...state } });

describe("of interfaces", () => {
  test.each<{ what: string; before: State; now: State; lines: readonly string[] }>([
    { what: "nothing", before: WITH_A, now: WITH_A, lines: [] },
    {
      what: "a new one, with its addresses",
      before: EMPTY,
      now: changed({ addresses: ["10.1.1.1/32"] }),
      lines: ["+ [host] A@B: <BROADCAST,MULTICAST> mtu 1500 state DOWN", "+ [host] inet 10.1.1.1/32 dev A"],
    },
    {
      what: "one that has gone",
      before: changed({ ...set({ master: "docker0" }), lower: 9 }),
      now: EMPTY,
      lines: ["- [host] A@if9: <BROADCAST,MULTICAST> mtu 1500 master docker0 state DOWN"],
    },
    {
      what: "one that is switched on",
      before: WITH_A,
      now: changed({ flags: ["BROADCAST", "MULTICAST", "UP", "M-DOWN"] }),
      lines: ["~ [host] A: +NO-CARRIER +UP, state DOWN -> LOWERLAYERDOWN"],
    },
    {
      what: "one that comes onto a bridge, another mtu and MAC address",
      before: WITH_A,
      now: changed(set({ master: "docker0", mtu: 1400, address: "02:00:00:00:00:0c" })),
      lines: ["~ [host] A: master none -> docker0, address 02:00:00:00:00:0a -> 02:00:00:00:00:0c, mtu 1500 -> 1400"],
    },
    {
      what: "one that gets a text, and as a port another cost; its state there passes by itself",
      before: changed({ port: { cost: "2", state: "1" } }),
      now: changed({ ...set({ alias: "to the left" }), port: { cost: "7", state: "3" } }),
      lines: ["~ [host] A: alias none -> to the left, cost 2 -> 7"],
    },
    {
      what: "one whose settings as a port come with the bridge",
      before: WITH_A,
      now: changed({ ...set({ master: "br7" }), port: { cost: "2" } }),
      lines: ["~ [host] A: master none -> br7"],
    },
    {
      what: "one that is renamed keeps its addresses",
      before: changed({ addresses: ["10.1.1.1/32"] }),
      now: host([network("host", { eth0: { ...A, addresses: ["10.1.1.1/32"] } })]),
      lines: ["~ [host] A: name A -> eth0"],
    },
    {
      what: "one in the place of another",
      before: WITH_A,
      now: host([network("host", { C: set({ address: "02:00:00:00:00:0b" }) })]),
      lines: [
        "- [host] A@B: <BROADCAST,MULTICAST> mtu 1500 state DOWN",
        "+ [host] C@B: <BROADCAST,MULTICAST> mtu 1500 state DOWN",
      ],
    },
    {
      what: "one address for another",
      before: changed({ addresses: ["10.1.1.1/32"] }),
      now: changed({ addresses: ["10.1.1.2/32"] }),
      lines: ["- [host] inet 10.1.1.1/32 dev A", "+ [host] inet 10.1.1.2/32 dev A"],
    },
    {
      what: "the address that a bridge takes from a port is none of anybody's doing",
      before: host([network("host", { br7: BRIDGE })]),
      now: host([
        network("host", {
          br7: { ...BRIDGE, state: { address: "02:00:00:00:00:01" } },
          C: { index: 9, state: { address: "02:00:00:00:00:01", master: "br7" } },
        }),
      ]),
      lines: ["+ [host] C: <> mtu 1500 master br7 state DOWN"],
    },
  ])("$what", ({ before, now, lines }) => expect(told(before, now)).toEqual(lines));
});

describe("of networks", () => {
  const LOCAL = { priority: 0, table: "local" };
  const container = network("63f36fc01b5f", { lo: LO });

  test("an interface that moves is told as moved, with what it lost on the way", () => {
    const before = host([
      network("host", { A: { ...A, flags: ["UP", "LOWER_UP"], addresses: ["10.1.1.1/32"] } }),
      container,
    ]);
    const there: ToldLink = { ...A, index: 2, lower: 5, flags: [] };
    const now = host([network("host", {}), network("63f36fc01b5f", { lo: LO, A: there })]);
    expect(told(before, now)).toEqual([
      "~ A went from [host] to [63f36fc01b5f]",
      "~ [63f36fc01b5f] A: -UP -LOWER_UP, state UP -> DOWN",
      "- [63f36fc01b5f] inet 10.1.1.1/32 dev A",
    ]);
  });

  test("loopback, which each has, never moves, and its addresses go without saying", () => {
    const now = host([network("host", {}), network("two", { lo: LO })]);
    expect(told(host([network("host", {}), network("one", { lo: LO })]), now)).toEqual([
      "+ [two] lo: <LOOPBACK> mtu 1500 state DOWN",
      "- [one] the network, with lo",
    ]);
  });

  test("with a network goes all that was in it", () => {
    const before = host([
      network("host", {}),
      network("one", { lo: LO, A: { ...A, addresses: ["10.1.1.1/32"] } }, { routes: [{ dev: "A" }] }),
    ]);
    expect(told(before, EMPTY)).toEqual(["- [one] the network, with lo, A"]);
  });

  test("routes and rules of routing are told by name, a route as often as it is there", () => {
    const before = host([network("host", {}, { routes: [{ dev: "A" }, { dev: "A" }], rules: [LOCAL] })]);
    const now = host([network("host", {}, { routes: [{ dev: "A" }], rules: [LOCAL, { priority: 9, table: "9" }] })]);
    expect(told(before, now)).toEqual(["- [host] route default dev A", "+ [host] rule 9: from all lookup 9"]);
  });

  test("the usual rules of a new one are no news", () => {
    const now = host([network("host", {}), network("one", {}, { routes: [{ dev: "A" }], rules: [LOCAL] })]);
    expect(told(EMPTY, now)).toEqual(["+ [one] route default dev A"]);
  });
});

test("routes that come with an address, and to multicast, are no news", () => {
  const routes = [
    { destination: "10.1.1.1", type: "local", table: "local", dev: "A" },
    { destination: "fe80::/64", dev: "A" },
    { destination: "ff00::/8", type: "multicast", dev: "A" },
    { destination: "10.1.1.0/24", dev: "A" },
  ];
  expect(told(WITH_A, host([network("host", { A }, { routes })]))).toEqual(["+ [host] route 10.1.1.0/24 dev A"]);
});

test("rules of iptables are told as they would be typed", () => {
  const before = host([], {
    chains: [{ table: "filter", chain: "FORWARD", policy: "ACCEPT", rules: ["-A FORWARD -i docker0 -j ACCEPT"] }],
  });
  const now = host([], {
    chains: [
      { table: "filter", chain: "FORWARD", policy: "DROP", rules: ["-A FORWARD -i docker0 -j DROP"] },
      { table: "nat", chain: "DOCKER", policy: null, rules: ["-A DOCKER -j RETURN"] },
    ],
  });
  expect(told(before, now)).toEqual([
    "- [host] iptables -A FORWARD -i docker0 -j ACCEPT",
    "+ [host] iptables -P FORWARD DROP",
    "+ [host] iptables -A FORWARD -i docker0 -j DROP",
    "+ [host] iptables -t nat -N DOCKER",
    "+ [host] iptables -t nat -A DOCKER -j RETURN",
  ]);
});

describe("of Docker", () => {
  const one = { id: "63f36fc01b5f", image: "base", status: "running" };

  test("containers come, end, and go", () => {
    const running = host([], { containers: [one] });
    const exited = host([], { containers: [{ ...one, status: "exited" }] });
    expect(told(host([]), running)).toEqual(["+ container 63f36fc01b5f, image base, running"]);
    expect(told(running, exited)).toEqual(["~ container 63f36fc01b5f: running -> exited"]);
    expect(told(exited, host([]))).toEqual(["- container 63f36fc01b5f, image base, exited"]);
  });

  test("while it is stopped, nobody knows of any", () => {
    const stopped = host([], { docker: "stopped" });
    expect(told(host([], { containers: [one] }), stopped)).toEqual(["~ service docker: running -> stopped"]);
    expect(told(stopped, host([], { containers: [one] }))).toEqual(["~ service docker: stopped -> running"]);
  });
});

describe("of files", () => {
  const file = (text: string): SeenFile => ({ kind: "file", text });
  const folder: SeenFile = { kind: "folder" };
  const link = (to: string): SeenFile => ({ kind: "link", to });

  test.each<{ what: string; was: SeenFile | null; is: SeenFile | null; lines: readonly string[] }>([
    { what: "a new folder", was: null, is: folder, lines: ["+ /a/"] },
    { what: "a new symbolic link", was: null, is: link("/proc/1/ns/net"), lines: ["+ /a -> /proc/1/ns/net"] },
    { what: "one that has gone", was: link("b"), is: null, lines: ["- /a -> b"] },
    { what: "one that leads elsewhere", was: link("b"), is: link("c"), lines: ["~ /a -> c"] },
    { what: "a new file", was: null, is: file("one\n\ntwo\n"), lines: ["+ /a", "+ /a: one", "+ /a: ", "+ /a: two"] },
    { what: "a line more", was: file("one\n"), is: file("one\ntwo\n"), lines: ["+ /a: two"] },
    { what: "a line for another", was: file("0\n"), is: file("1\n"), lines: ["- /a: 0", "+ /a: 1"] },
    { what: "the same lines in another order", was: file("a\nb\n"), is: file("b\na\n"), lines: ["~ /a"] },
    { what: "a folder for a file", was: file("a"), is: folder, lines: ["~ /a/"] },
    { what: "a file that looks like a link", was: null, is: file("-> b"), lines: ["+ /a", "+ /a: -> b"] },
  ])("$what", ({ was, is, lines }) => {
    const files = (seen: SeenFile | null) => host([], { files: new Map(seen === null ? [] : [["/a", seen]]) });
    expect(told(files(was), files(is))).toEqual(lines);
  });
});
