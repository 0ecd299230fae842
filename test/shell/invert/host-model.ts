/**
 * What there is on a host, as far as it decides which lines can be done next: links, rules of iptables, files.
 */
import { type Model, movesOf, type Network } from "../../builtins/ip/network-model.ts";
import { type Files, fileMoves } from "./file-model.ts";
import { type Chains, firewallMoves } from "./firewall-model.ts";

export interface HostModel {
  readonly links: Model;
  readonly chains: Chains;
  readonly files: Files;
  /** Entries of `/var/run/netns` beside those of the networks */
  readonly entries: readonly string[];
  readonly rules: readonly string[];
}

/** A line, and what there is once it was tried */
export interface HostMove {
  readonly line: string;
  readonly after: HostModel;
  /** A line that could not be undone does not run */
  readonly runs: boolean;
}

/** Makes what {@linkcode BEGINNING} says */
export const SETUP: readonly string[] = [
  "sudo ip netns add blue",
  "sudo ip netns add red",
  "sudo ip link add address 02:00:00:00:02:01 name k0 type bridge",
  "sudo ip link set k0 up",
  "sudo ip addr add 10.1.0.1/24 dev k0",
  "sudo ip route add 10.4.0.0/24 dev k0",
  "sudo ip link add k1 type veth peer name k2",
  "sudo ip link set k2 netns blue",
  "sudo ip -n blue link set k2 up",
  "sudo ip -n blue addr add 10.2.0.1/24 dev k2",
  "sudo iptables -N rX",
  "sudo iptables -A FORWARD -i k1 -j DROP",
  "sudo mkdir /tmp/random",
  "sudo cp /etc/hostname /tmp/random/a",
];

const FRESH = { isUp: false, master: null, addresses: [], routes: [] } as const;

export const BEGINNING: HostModel = {
  links: [
    {
      ...FRESH,
      name: "k0",
      network: "here",
      kind: "bridge",
      pair: 1,
      isUp: true,
      addresses: ["10.1.0.1/24"],
      routes: ["10.4.0.0/24"],
    },
    { ...FRESH, name: "k1", network: "here", kind: "veth", pair: 2 },
    { ...FRESH, name: "k2", network: "blue", kind: "veth", pair: 2, isUp: true, addresses: ["10.2.0.1/24"] },
  ],
  chains: { FORWARD: ["-i k1 -j DROP"], INPUT: [], rX: [] },
  files: { "/tmp/random": { kind: "folder" }, "/tmp/random/a": { kind: "file" } },
  entries: [],
  rules: [],
};

/** Chooses one of the lines that can be done, by a number: half of them are about links */
export function chosenMove(model: HostModel, number: number): HostMove {
  const areas = [linkMoves, linkMoves, linkMoves, chainMoves, pathMoves, otherMoves];
  const moves = areas[number % areas.length]?.(model) ?? [];
  const move = moves[Math.floor(number / areas.length) % moves.length];
  if (move === undefined) throw new Error("Cannot choose a line: none can be done");
  return move;
}

const PREFIXES: Readonly<Record<Network, string>> = { here: "", blue: "-n blue ", red: "netns exec red ip " };

function linkMoves(model: HostModel): readonly HostMove[] {
  // A port's own settings are not put back, and so not changed
  const undoable = movesOf(model.links).filter(({ line }) => !line.includes("bridge_slave"));
  const moves = undoable.map(({ network, line, after }) => {
    const runs = !losesPeer(model.links, network, line);
    return {
      line: `sudo ip ${PREFIXES[network]}${line}`,
      after: { ...model, links: runs ? after : model.links },
      runs,
    };
  });
  return [...moves, ...returns(model)];
}

/** A cable that is deleted at one end in a network, with the other end in another, can't be made again */
function losesPeer(links: Model, network: Network, line: string): boolean {
  const link = links.find((one) => one.network === network && line === `link del ${one.name}`);
  return link !== undefined && links.some((one) => one.pair === link.pair && one.network !== network);
}

/** Back to the host's own network */
function returns(model: HostModel): readonly HostMove[] {
  const isHere = (name: string) => model.links.some((link) => link.network === "here" && link.name === name);
  return model.links
    .filter(({ network, kind, name }) => network !== "here" && kind === "veth" && !isHere(name))
    .map((link) => ({
      line: `sudo ip netns exec ${link.network} ip link set ${link.name} netns 1`,
      after: {
        ...model,
        links: model.links.map((one) => (one === link ? { ...link, ...FRESH, network: "here" } : one)),
      },
      runs: true,
    }));
}

function chainMoves(model: HostModel): readonly HostMove[] {
  return firewallMoves(model.chains).map(({ line, after }) => ({
    line,
    after: { ...model, chains: after },
    runs: true,
  }));
}

function pathMoves(model: HostModel): readonly HostMove[] {
  return fileMoves(model.files).map(({ line, after }) => ({ line, after: { ...model, files: after }, runs: true }));
}

/** Entries, rules of routing and settings of the kernel */
function otherMoves(model: HostModel): readonly HostMove[] {
  const { entries, rules } = model;
  const without = (all: readonly string[], one: string) => all.filter((other) => other !== one);
  return [
    ...["rO", "rP"].map((name) =>
      entries.includes(name)
        ? { line: `sudo ip netns exec ${name} ip link set lo up`, after: model, runs: true }
        : { line: `sudo ip netns add ${name}`, after: { ...model, entries: [...entries, name] }, runs: true },
    ),
    ...["10.7.0.0/16", "10.8.0.1"].map((from) =>
      rules.includes(from)
        ? {
            line: `sudo ip rule del from ${from} table 9`,
            after: { ...model, rules: without(rules, from) },
            runs: true,
          }
        : { line: `sudo ip rule add from ${from} table 9`, after: { ...model, rules: [...rules, from] }, runs: true },
    ),
    ...["0", "1"].map((value) => ({ line: `sudo sysctl -w net.ipv4.ip_forward=${value}`, after: model, runs: true })),
    { line: "echo 1 > /proc/sys/net/ipv4/conf/lo/rp_filter", after: model, runs: true },
  ];
}
