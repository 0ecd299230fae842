/**
 * All of a host that a person watches change, as it is at this moment.
 *
 * @module
 */
import { readdirSync } from "node:fs";

import { chainsIn } from "../labs/live/chains.ts";
import { runHere } from "../labs/look-here.ts";
import { networkAt } from "../netlink/process-identity.ts";
import type { Performer } from "../shell/line.ts";
import { linesIn } from "./lines.ts";
import { linksIn } from "./links.ts";
import { filesAt } from "./places.ts";
import { containersOn, type SeenContainer } from "./seen-containers.ts";
import type { Network, State } from "./state.ts";

/** A host as it was seen, and whether its kernel had come to rest */
export interface Seen {
  readonly state: State;
  readonly settled: boolean;
}

/** Between what the looks print */
const END = "-- end --";

/** What each network is asked, in few programs, and what only the host's is */
const ASKED = ["ip -json address show", "printf 'route show table all\\nrule show\\n' | ip -batch -"];
const ASKED_OF_HOST = [...ASKED, "iptables-save"];

/** Looks once */
export async function seeHost(performer: Performer, files: readonly string[]): Promise<Seen> {
  const [running, host] = await Promise.all([containersOn(performer), ask(performer, [], ASKED_OF_HOST)]);
  const others = await Promise.all(
    namespaces(running ?? []).map(async ({ key, label, file }) => {
      return [key, networkIn(label, await ask(performer, ["nsenter", `--net=${file}`], ASKED))] as const;
    }),
  );
  const networks = [[networkAt(HOST) ?? "", networkIn("host", host)] as const, ...others];
  const state: State = {
    networks: new Map(networks.map(([key, { network }]) => [key, network])),
    chains: chainsIn(host[ASKED.length] ?? ""),
    docker: running === null ? "stopped" : "running",
    containers: (running ?? []).map(({ id, image, status }) => ({ id, image, status })),
    files: filesAt(files),
  };
  return { state, settled: networks.every(([, { settled }]) => settled) };
}

/** The host's own network */
const HOST = "/proc/self/ns/net";

/** A network other than the host's, what it is called, and what leads to it */
interface Namespace {
  readonly key: string;
  readonly label: string;
  readonly file: string;
}

/** Those of containers, and those that have only a name; each once */
function namespaces(containers: readonly SeenContainer[]): readonly Namespace[] {
  const running = containers.filter(({ pid }) => pid > 0);
  const candidates = [
    ...running.map(({ id, pid }) => ({ label: id, file: `/proc/${pid}/ns/net` })),
    ...entries().map((name) => ({ label: name, file: `/var/run/netns/${name}` })),
  ];
  const host = networkAt(HOST) ?? "";
  const known = new Set([host]);
  return candidates.flatMap(({ label, file }) => {
    const key = networkAt(file);
    // An entry may be none: all are on one device
    if (key === null || known.has(key) || key.split(":")[0] !== host.split(":")[0]) return [];
    known.add(key);
    return [{ key, label, file }];
  });
}

/** Reads what a network has answered */
function networkIn(label: string, [shown = "", ways = ""]: readonly string[]) {
  const { links, settled } = linksIn(shown);
  const lines = linesIn(ways);
  const isRule = (line: string) => /^\d+: /.test(line);
  const network: Network = {
    label,
    links,
    routes: lines.filter((line) => !isRule(line) && isOwnRoute(line)),
    rules: lines.filter(isRule),
  };
  return { network, settled };
}

/** What each of the looks prints; nothing where there is no such program */
async function ask(
  performer: Performer,
  inside: readonly string[],
  asked: readonly string[],
): Promise<readonly string[]> {
  const script = asked.map((look) => `${look} 2>/dev/null; echo '${END}'`).join("\n");
  const { stdout } = await runHere(performer, [...inside, "sh", "-c", script]);
  return stdout.split(`${END}\n`);
}

/** Not one of those that come with each address, nor of the kernel's own for each interface that is up */
function isOwnRoute(line: string): boolean {
  return !/ table local |^fe80::|^multicast /.test(line);
}

function entries(): readonly string[] {
  try {
    return readdirSync("/var/run/netns").toSorted();
  } catch {
    return [];
  }
}
