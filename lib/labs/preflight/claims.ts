/**
 * What a recipe is going to take on the host, as its planned lines say: names, addresses, ports.
 *
 * @module
 */
import type { PlannedLine } from "../../recipe/plan-recipe.ts";
import { readDocker, valuesOf } from "../../shell/invert/docker/read-docker.ts";
import { wrappedBySudo } from "../../shell/wrappers/sudo.ts";

/** An address that is going to be somebody's */
export interface ClaimedAddress {
  /** With its prefix, if it is given one */
  readonly address: string;
  /** On the host itself, or in the network of a container */
  readonly place: "host" | "container";
}

/** All that a recipe takes */
export interface Claims {
  /** Names of interfaces on the host */
  readonly links: readonly string[];
  /** Names of interfaces that it removes itself */
  readonly removed: readonly string[];
  readonly addresses: readonly ClaimedAddress[];
  /** Where the host's new routes lead to */
  readonly routes: readonly string[];
  /** Entries of network namespaces */
  readonly networks: readonly string[];
  readonly containers: readonly string[];
  /** Ports of the host that are published */
  readonly ports: readonly number[];
}

/** Reads them off */
export function claimsOf(planned: readonly PlannedLine[]): Claims {
  const commands = planned.flatMap(({ line }) => line.commands.map(({ argv }) => withoutSudo(argv)));
  return {
    links: commands.flatMap(newLinks),
    removed: commands.flatMap(removedLinks),
    addresses: commands.flatMap(newAddresses),
    routes: commands.flatMap((argv) => wordAfter(/^ip route add (\S+) /, argv)),
    networks: commands.flatMap((argv) => wordAfter(/^ip netns add (\S+)$/, argv)),
    containers: commands.flatMap((argv) => dockerValues(argv, ["--name"])),
    ports: commands.flatMap((argv) => dockerValues(argv, ["-p", "--publish"]).flatMap(hostPort)),
  };
}

/** A command as root runs it */
export function withoutSudo(argv: readonly string[]): readonly string[] {
  const [program, ...args] = argv;
  if (program !== "sudo") return argv;
  const wrapped = wrappedBySudo(args);
  return "argv" in wrapped ? wrapped.argv : argv;
}

/** ip-link(8): `ip link add [link DEVICE] [name] NAME … [type veth peer [name] NAME]`; brctl(8): `brctl addbr NAME`. A peer may
 * begin in another network */
function newLinks(argv: readonly string[]): readonly string[] {
  const text = argv.join(" ");
  const [, bridge] = /^brctl addbr (\S+)$/.exec(text) ?? [];
  const [, link] = /^ip link add (?:link \S+ )?(?:name |dev )?(\S+) /.exec(text) ?? [];
  const [, peer] = /^ip link add .* peer (?:name )?(\S+)(?!.* netns )/.exec(text) ?? [];
  return [bridge, link, peer].filter((name) => name !== undefined);
}

function removedLinks(argv: readonly string[]): readonly string[] {
  const [, name] = /^(?:brctl delbr|ip link del(?:ete)?(?: dev)?) (\S+)$/.exec(argv.join(" ")) ?? [];
  return name === undefined ? [] : [name];
}

/** ip-address(8): `ip addr add ADDRESS … dev DEVICE`, here or behind `ip netns exec` or `nsenter` */
function newAddresses(argv: readonly string[]): readonly ClaimedAddress[] {
  const [, before, address] = /^(.*?)ip addr(?:ess)? add (?:local )?(\S+) /.exec(argv.join(" ")) ?? [];
  return address === undefined ? [] : [{ address, place: before === "" ? "host" : "container" }];
}

/** ip-route(8), ip-netns(8) */
function wordAfter(line: RegExp, argv: readonly string[]): readonly string[] {
  const [, word] = line.exec(argv.join(" ")) ?? [];
  return word === undefined ? [] : [word];
}

/** Of an option of `docker run`; `docker network create` has none of its name */
function dockerValues([program, ...args]: readonly string[], names: readonly string[]): readonly string[] {
  const read = program === "docker" ? readDocker(args) : null;
  return read === null ? [] : valuesOf(read.words, names);
}

/** docker-run(1): `[[ADDRESS:]HOST-PORT:]CONTAINER-PORT`; without a host's port, Docker takes a free one */
function hostPort(published: string): readonly number[] {
  const [, port] = /(?:^|:)(\d+):\d+(?:\/tcp)?$/.exec(published) ?? [];
  return port === undefined ? [] : [Number(port)];
}
