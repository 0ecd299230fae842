/**
 * Compares a host's state at two moments.
 *
 * @module
 */
import type { LiveChain } from "../labs/live/chains.ts";
import { type Change, listChanges } from "./change.ts";
import { linkChanges, type NetworkPair } from "./link-changes.ts";
import { routeChanges } from "./route-changes.ts";
import type { ContainerState, SeenFile, State } from "./state.ts";

/** Lists all changes in the order of printing: containers, networks' contents, rules, files */
export function differences(before: State, now: State): readonly Change[] {
  const pairs = pairsOf(before, now);
  return [
    ...dockerChanges(before, now),
    ...linkChanges(pairs),
    ...pairs.flatMap(goneNetwork),
    ...pairs.flatMap(routeChanges),
    ...listChanges(before.chains.flatMap(ruleLines), now.chains.flatMap(ruleLines), "host"),
    ...fileChanges(before.files, now.files),
  ];
}

function pairsOf(before: State, now: State): readonly NetworkPair[] {
  const keys = new Set([...before.networks.keys(), ...now.networks.keys()]);
  return [...keys].map((key) => ({ before: before.networks.get(key) ?? null, now: now.networks.get(key) ?? null }));
}

/** Describes a network that is gone, with everything in it */
function goneNetwork({ before, now }: NetworkPair): readonly Change[] {
  if (before === null || now !== null) return [];
  const names = before.links.map(({ name }) => name).join(", ");
  return [{ sign: "-", where: before.label, text: `the network, with ${names}` }];
}

/** Compares containers, which are unknown while Docker is stopped */
function dockerChanges(before: State, now: State): readonly Change[] {
  if (before.docker !== now.docker)
    return [{ sign: "~", where: null, text: `service docker: ${before.docker} -> ${now.docker}` }];
  const was = new Map(before.containers.map((container) => [container.id, container]));
  const is = new Map(now.containers.map((container) => [container.id, container]));
  return [
    ...before.containers
      .filter(({ id }) => !is.has(id))
      .map((one): Change => ({ sign: "-", where: null, text: containerText(one) })),
    ...now.containers.flatMap((container): readonly Change[] => {
      const old = was.get(container.id);
      if (old === undefined) return [{ sign: "+", where: null, text: containerText(container) }];
      if (old.status === container.status) return [];
      return [{ sign: "~", where: null, text: `container ${container.id}: ${old.status} -> ${container.status}` }];
    }),
  ];
}

function containerText({ id, image, status }: ContainerState): string {
  return `container ${id}, image ${image}, ${status}`;
}

/** Formats rules as they would be typed */
function ruleLines({ table, chain, policy, rules }: LiveChain): readonly string[] {
  const iptables = `iptables${table === "filter" ? "" : ` -t ${table}`}`;
  const made = policy === null ? [`-N ${chain}`] : policy === "ACCEPT" ? [] : [`-P ${chain} ${policy}`];
  return [...made, ...rules].map((rule) => `${iptables} ${rule}`);
}

function fileChanges(before: State["files"], now: State["files"]): readonly Change[] {
  const paths = new Set([...before.keys(), ...now.keys()]);
  return [...paths].flatMap((path) => fileChange(path, before.get(path), now.get(path)));
}

function fileChange(path: string, was: SeenFile | undefined, is: SeenFile | undefined): readonly Change[] {
  const where = null;
  if (is === undefined) return was === undefined ? [] : [{ sign: "-", where, text: spelled(path, was) }];
  if (was === undefined) return [{ sign: "+", where, text: spelled(path, is) }, ...textChanges(path, "", textOf(is))];
  if (Bun.deepEquals(was, is)) return [];
  const lines = was.kind === is.kind ? textChanges(path, textOf(was), textOf(is)) : [];
  return lines.length === 0 ? [{ sign: "~", where, text: spelled(path, is) }] : lines;
}

/** Formats a file like `ls -F`: a folder with a slash, a symbolic link with its target */
function spelled(path: string, file: SeenFile): string {
  if (file.kind === "link") return `${path} -> ${file.to}`;
  return file.kind === "folder" ? `${path}/` : path;
}

function textOf(file: SeenFile): string {
  return file.kind === "file" ? file.text : "";
}

function textChanges(path: string, was: string, is: string): readonly Change[] {
  return listChanges(linesOf(was), linesOf(is), null).map((change) => ({ ...change, text: `${path}: ${change.text}` }));
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
