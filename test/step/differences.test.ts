import { describe, expect, test } from "bun:test";

import { differences } from "../../lib/step/differences.ts";
import type { Link, Network, SeenFile, State } from "../../lib/step/state.ts";

const A: Link = {
  index: 6,
  name: "A",
  peer: "B",
  peerIndex: 5,
  flags: ["BROADCAST", "MULTICAST"],
  state: "DOWN",
  settings: { address: "02:00:00:00:00:0a", mtu: "1500", alias: "", master: "" },
  addresses: [],
};
const LO: Link = {
  ...A,
  index: 1,
  name: "lo",
  peer: null,
  peerIndex: null,
  flags: ["LOOPBACK"],
  settings: { ...A.settings, address: "00:00:00:00:00:00" },
  addresses: ["inet 127.0.0.1/8"],
};

function network(label: string, links: readonly Link[], more: Partial<Network> = {}): Network {
  return { label, links, routes: [], rules: [], ...more };
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

const EMPTY = host([network("host", [])]);
const WITH_A = host([network("host", [A])]);

/** The host with A changed */
const changed = (change: Partial<Link>) => host([network("host", [{ ...A, ...change }])]);

/** The same link with other settings */
const set = (settings: Link["settings"], link = A) => ({ ...link, settings: { ...link.settings, ...settings } });

describe("of interfaces", () => {
  test.each<{ what: string; before: State; now: State; lines: readonly string[] }>([
    { what: "nothing", before: WITH_A, now: WITH_A, lines: [] },
    {
      what: "a new one, with its addresses",
      before: EMPTY,
      now: changed({ addresses: ["inet 10.1.1.1/32"] }),
      lines: ["+ [host] A@B: <BROADCAST,MULTICAST> mtu 1500 state DOWN", "+ [host] inet 10.1.1.1/32 dev A"],
    },
    {
      what: "one that has gone",
      before: changed({ ...set({ master: "docker0" }), peer: null }),
      now: EMPTY,
      lines: ["- [host] A: <BROADCAST,MULTICAST> mtu 1500 master docker0 state DOWN"],
    },
    {
      what: "one that is switched on",
      before: WITH_A,
      now: changed({ flags: ["NO-CARRIER", "BROADCAST", "MULTICAST", "UP"], state: "LOWERLAYERDOWN" }),
      lines: ["~ [host] A: +NO-CARRIER +UP, state DOWN -> LOWERLAYERDOWN"],
    },
    {
      what: "one that comes onto a bridge, another mtu and MAC address",
      before: WITH_A,
      now: changed(set({ master: "docker0", mtu: "1400", address: "02:00:00:00:00:0c" })),
      lines: ["~ [host] A: master none -> docker0, address 02:00:00:00:00:0a -> 02:00:00:00:00:0c, mtu 1500 -> 1400"],
    },
    {
      what: "one that gets a text, and as a port another cost; its state there passes by itself",
      before: changed(set({ "port.cost": "2", "port.state": "1" })),
      now: changed(set({ alias: "to the left", "port.cost": "7", "port.state": "3" })),
      lines: ["~ [host] A: alias none -> to the left, cost 2 -> 7"],
    },
    {
      what: "one whose settings as a port come with the bridge",
      before: WITH_A,
      now: changed(set({ master: "br7", "port.cost": "2" })),
      lines: ["~ [host] A: master none -> br7"],
    },
    {
      what: "one that is renamed keeps its addresses",
      before: changed({ addresses: ["inet 10.1.1.1/32"] }),
      now: changed({ name: "eth0", addresses: ["inet 10.1.1.1/32"] }),
      lines: ["~ [host] A: name A -> eth0"],
    },
    {
      what: "one in the place of another",
      before: WITH_A,
      now: changed({ ...set({ address: "02:00:00:00:00:0b" }), name: "B", peer: null }),
      lines: [
        "- [host] A@B: <BROADCAST,MULTICAST> mtu 1500 state DOWN",
        "+ [host] B: <BROADCAST,MULTICAST> mtu 1500 state DOWN",
      ],
    },
    {
      what: "one address for another",
      before: changed({ addresses: ["inet 10.1.1.1/32"] }),
      now: changed({ addresses: ["inet 10.1.1.2/32"] }),
      lines: ["- [host] inet 10.1.1.1/32 dev A", "+ [host] inet 10.1.1.2/32 dev A"],
    },
    {
      what: "the address that a bridge takes from a port is none of anybody's doing",
      before: host([network("host", [{ ...A, name: "br7", peer: null }])]),
      now: host([
        network("host", [
          { ...set({ address: "02:00:00:00:00:01" }), name: "br7", peer: null },
          {
            ...set({ address: "02:00:00:00:00:01", master: "br7" }, LO),
            index: 9,
            name: "C",
            flags: [],
            addresses: [],
          },
        ]),
      ]),
      lines: ["+ [host] C: <> mtu 1500 master br7 state DOWN"],
    },
  ])("$what", ({ before, now, lines }) => expect(told(before, now)).toEqual(lines));
});

describe("of networks", () => {
  const container = network("63f36fc01b5f", [LO]);

  test("an interface that moves is told as moved, with what it lost on the way", () => {
    const before = host([network("host", [{ ...A, flags: ["UP"], addresses: ["inet 10.1.1.1/32"] }]), container]);
    const there = { ...A, index: 2, peer: "if5", flags: [] };
    const now = host([network("host", []), network("63f36fc01b5f", [LO, there])]);
    expect(told(before, now)).toEqual([
      "~ A went from [host] to [63f36fc01b5f]",
      "~ [63f36fc01b5f] A: -UP",
      "- [63f36fc01b5f] inet 10.1.1.1/32 dev A",
    ]);
  });

  test("loopback, which each has, never moves, and its addresses go without saying", () => {
    const now = host([network("host", []), network("two", [LO])]);
    expect(told(host([network("host", []), network("one", [LO])]), now)).toEqual([
      "+ [two] lo: <LOOPBACK> mtu 1500 state DOWN",
      "- [one] the network, with lo",
    ]);
  });

  test("with a network goes all that was in it", () => {
    const before = host([
      network("host", []),
      network("one", [LO, { ...A, addresses: ["inet 10.1.1.1/32"] }], { routes: ["default dev A"] }),
    ]);
    expect(told(before, EMPTY)).toEqual(["- [one] the network, with lo, A"]);
  });

  test("routes and rules of routing are told by name, a route as often as it is there", () => {
    const before = host([
      network("host", [], { routes: ["default dev A", "default dev A"], rules: ["0: from all lookup local"] }),
    ]);
    const now = host([
      network("host", [], { routes: ["default dev A"], rules: ["0: from all lookup local", "9: from all lookup 9"] }),
    ]);
    expect(told(before, now)).toEqual(["- [host] route default dev A", "+ [host] rule 9: from all lookup 9"]);
  });

  test("the usual rules of a new one are no news", () => {
    const now = host([
      network("host", []),
      network("one", [], { routes: ["default dev A"], rules: ["0: from all lookup local"] }),
    ]);
    expect(told(EMPTY, now)).toEqual(["+ [one] route default dev A"]);
  });
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
