/**
 * Finds what a recipe will use on the host, from its planned lines: names, addresses, ports.
 *
 * @module
 */
import { plainWords } from "../../programs/parse.ts";
import type { PlannedLine } from "../../recipe/run/plan-recipe.ts";
import type { EntryTouch } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import type { LinkTouch } from "../../resources/link-touch.ts";
import type { Place } from "../../resources/resource.ts";
import { DockerFailure } from "../../programs/docker/failure.ts";
import { wordsOfDocker } from "../../programs/docker/line.ts";
import { parsePublish } from "../../programs/docker/options/publish.ts";
import { valuesOf } from "../../programs/terms.ts";
import { knownVerb, touchesOf } from "../../shell/invert/known-verb.ts";
import { withoutSudo } from "../../shell/wrapped.ts";
import type { Cidr } from "../../values/address/cidr.ts";
import { readIpCidr, readIpPrefix } from "../../values/address/ip-notation.ts";
import type { Subnet } from "../../values/address/subnet.ts";

/** An address that the recipe will assign */
export interface ClaimedAddress {
  readonly address: Cidr;
  /** The network: the host's own, or a container's */
  readonly place: "host" | "container";
}

/** Everything that a recipe takes */
export interface Claims {
  /** Names of interfaces on the host */
  readonly links: readonly string[];
  /** Names of interfaces that the recipe itself removes */
  readonly removed: readonly string[];
  readonly addresses: readonly ClaimedAddress[];
  /** Destinations of routes that the host will have */
  readonly routes: readonly Subnet[];
  /** Entries of network namespaces */
  readonly networks: readonly string[];
  readonly containers: readonly string[];
  /** Published ports of the host */
  readonly ports: readonly number[];
}

/** Collects the claims of planned lines */
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
    // Docker takes an empty name as none
    { containers: dockerValues(docker, "name").filter((name) => name !== "") },
    { ports: dockerValues(docker, "publish").flatMap(hostPorts) },
  ];
}

/** Lists the resources that a command touches; empty when its program would refuse it */
function touchesIn(argv: readonly string[]): readonly Touch[] {
  const known = knownVerb(plainWords(argv));
  if (known === null || known.parsed.lost !== null) return [];
  if ([...known.parsed.missing, ...known.verb.missing(known.parsed)].length > 0) return [];
  const touches = touchesOf(known);
  return typeof touches === "string" ? [] : touches;
}

function claimOf(touch: Touch): readonly Partial<Claims>[] {
  if (touch.kind === "link") return linkClaims(touch);
  if (touch.kind === "netns") return touch.effect === "makes" ? [{ networks: [touch.name] }] : [];
  return touch.kind === "entry" && touch.effect === "makes" ? entryClaims(touch) : [];
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
    const address = readIpCidr(String(words[0] ?? ""));
    return address === null ? [] : [{ addresses: [{ address, place: isHost(place) ? "host" : "container" }] }];
  }
  // A route in another table does not conflict with one to the same destination
  if (which.of !== "route" || !("to" in which) || words.includes("table") || !isHost(place)) return [];
  const to = readIpPrefix(which.to, which.family);
  return to === null ? [] : [{ routes: [to] }];
}

function isHost({ enter, netns }: Place): boolean {
  return enter.words.length === 0 && netns === null;
}

/** Reads the values of an option of `docker run` and `docker create`, by its long name */
function dockerValues(argv: readonly string[], option: string): readonly string[] {
  const told = wordsOfDocker(argv, "run", "create");
  return told === null ? [] : valuesOf(told, option);
}

/** Lists the ports of the host that a published port takes; of a range, Docker chooses a free one */
function hostPorts(published: string): readonly number[] {
  try {
    // An IPv6 address, on which only a real engine publishes, changes nothing about the port
    return parsePublish(published.replace(/^\[[^\]]*\]:/, "")).flatMap(({ exposed, hostPorts: range }) =>
      exposed.protocol === "tcp" && range !== null && range.first === range.last ? [range.first] : [],
    );
  } catch (error) {
    if (!(error instanceof DockerFailure)) throw error;
    return [];
  }
}
