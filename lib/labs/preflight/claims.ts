/**
 * What a recipe is going to take on the host, as its planned lines say: names, addresses, ports.
 *
 * @module
 */
import type { Family } from "../../netlink/see/address.ts";
import { plainWords } from "../../programs/parse.ts";
import { readIpLine } from "../../programs/ip/line.ts";
import { netnsEntryOf } from "../../programs/ip/netns-entry.ts";
import type { PlannedLine } from "../../recipe/run/plan-recipe.ts";
import type { EntryTouch } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import type { LinkTouch } from "../../resources/link-touch.ts";
import { normalPrefix } from "../../resources/normal-prefix.ts";
import type { Place } from "../../resources/resource.ts";
import { readDocker } from "../../programs/docker/line.ts";
import { optionValues } from "../../programs/docker/option-values.ts";
import { knownVerb, touchesOf } from "../../shell/invert/known-verb.ts";
import { typed } from "../../shell/invert/typed.ts";
import { wrappedBySudo } from "../../shell/wrappers/sudo.ts";

/** An address that is going to be somebody's */
export interface ClaimedAddress {
  /** With its prefix, if it is given one */
  readonly address: string;
  /** On the host itself, or in the network of a container */
  readonly place: "host" | "container";
}

/** A route that the host is going to have */
export interface ClaimedRoute {
  readonly family: Family;
  /** The destination, as the kernel prints it: `default`, `10.9.0.0/24` */
  readonly to: string;
}

/** All that a recipe takes */
export interface Claims {
  /** Names of interfaces on the host */
  readonly links: readonly string[];
  /** Names of interfaces that it removes itself */
  readonly removed: readonly string[];
  readonly addresses: readonly ClaimedAddress[];
  readonly routes: readonly ClaimedRoute[];
  /** Entries of network namespaces */
  readonly networks: readonly string[];
  readonly containers: readonly string[];
  /** Ports of the host that are published */
  readonly ports: readonly number[];
}

/** Reads them off */
export function claimsOf(planned: readonly PlannedLine[]): Claims {
  const claims = planned.flatMap(({ line }) => line.commands.flatMap(({ argv }) => claimsOfCommand(argv)));
  return {
    links: claims.flatMap(({ links = [] }) => links),
    removed: claims.flatMap(({ removed = [] }) => removed),
    addresses: claims.flatMap(({ addresses = [] }) => addresses),
    routes: claims.flatMap(({ routes = [] }) => routes),
    networks: claims.flatMap(({ networks = [] }) => networks),
    containers: claims.flatMap(({ containers = [] }) => containers),
    ports: claims.flatMap(({ ports = [] }) => ports),
  };
}

function claimsOfCommand(argv: readonly string[]): readonly Partial<Claims>[] {
  const docker = withoutSudo(argv);
  return [
    ...touchesIn(argv).flatMap(claimOf),
    { networks: newNetworks(argv) },
    { containers: dockerValues(docker, ["--name"]) },
    { ports: dockerValues(docker, ["-p", "--publish"]).flatMap(hostPort) },
  ];
}

/** A command as root runs it */
export function withoutSudo(argv: readonly string[]): readonly string[] {
  const [program, ...args] = argv;
  if (program !== "sudo") return argv;
  const wrapped = wrappedBySudo(args);
  return "argv" in wrapped ? wrapped.argv : argv;
}

/** Nothing for a command that its program refuses */
function touchesIn(argv: readonly string[]): readonly Touch[] {
  const known = knownVerb(plainWords(argv));
  if (known === null || known.parsed.lost !== null) return [];
  if ([...known.parsed.missing, ...known.verb.missing(known.parsed)].length > 0) return [];
  const touches = touchesOf(known);
  return typeof touches === "string" ? [] : touches;
}

function claimOf(touch: Touch): readonly Partial<Claims>[] {
  return touch.kind === "link" ? linkClaims(touch) : touch.effect === "makes" ? entryClaims(touch) : [];
}

function linkClaims({ which, effect, place, moves }: LinkTouch): readonly Partial<Claims>[] {
  const name = "name" in which ? which.name : "";
  if (name === "") return [];
  if (effect === "makes") return isHost(place) ? [{ links: [name] }] : [];
  if (effect === "removes") return isHost(place) ? [{ removed: [name] }] : [];
  return moves !== null && moves.name !== name && isHost(moves.to) ? [{ links: [moves.name] }] : [];
}

function entryClaims({ which, place, words }: EntryTouch): readonly Partial<Claims>[] {
  if (which.of === "address" && "link" in which) {
    const address = String(words[0] ?? "");
    return address === "" ? [] : [{ addresses: [{ address, place: isHost(place) ? "host" : "container" }] }];
  }
  // Those of another table are no other one's of the same destination
  if (which.of !== "route" || !("to" in which) || which.to === "" || words.includes("table") || !isHost(place))
    return [];
  return [{ routes: [{ family: which.family, to: normalPrefix(which.to) }] }];
}

function isHost({ enter, netns }: Place): boolean {
  return enter.length === 0 && netns === null;
}

function newNetworks(argv: readonly string[]): readonly string[] {
  const [program = "", ...words] = argv;
  const command = typed([program, ...words]);
  if (command === null || "kind" in command || command.program !== "ip") return [];
  const line = readIpLine(command.args, command.enter);
  const entry = typeof line === "string" ? null : netnsEntryOf(line);
  return entry?.afterwards === "there" ? [entry.name] : [];
}

/** Of an option of `docker run`; `docker network create` has none of its name */
function dockerValues([program, ...args]: readonly string[], names: readonly string[]): readonly string[] {
  const read = program === "docker" ? readDocker(args) : null;
  return read === null ? [] : optionValues(read.words, names);
}

/** docker-run(1): `[[ADDRESS:]HOST-PORT:]CONTAINER-PORT`; without a host's port, Docker takes a free one */
function hostPort(published: string): readonly number[] {
  const [, port] = /(?:^|:)(\d+):\d+(?:\/tcp)?$/.exec(published) ?? [];
  return port === undefined ? [] : [Number(port)];
}
