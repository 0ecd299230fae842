/** The kernel's state as the real ip shows it, without what differs between moments or machines. */
import { closeSync, existsSync, openSync, readdirSync } from "node:fs";

import { inNetwork } from "../../../lib/netlink/namespaces.ts";

/** The output of `ip -d -j`, network by network */
export type KernelState = Readonly<Record<string, unknown>>;

const ENTRIES = "/var/run/netns";

const NEIGHBOURS = "neighbour show nud all";
const SHOWN = ["link show", "address show", "route show table all", "rule show", NEIGHBOURS];

/** Reads the state of a process's network, or of this process's, and of all networks with an entry */
export function kernelState(pid: number | null): KernelState {
  const others: readonly (readonly [string, string])[] = [
    ...(existsSync(ENTRIES) ? readdirSync(ENTRIES) : []).map((name) => [name, `${ENTRIES}/${name}`] as const),
    ...(pid === null ? [] : [["the process", `/proc/${pid}/ns/net`] as const]),
  ];
  return {
    here: stateHere(),
    ...Object.fromEntries(others.map(([name, path]) => [name === `${pid}` ? "$pid" : name, stateAt(path)])),
  };
}

/** Reads the state of an entry; `null` when it leads to no network */
function stateAt(path: string): unknown {
  let network: number;
  try {
    network = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    return inNetwork(network, stateHere);
  } catch {
    return null;
  } finally {
    closeSync(network);
  }
}

function stateHere(): unknown[] {
  const { stdout, stderr, exitCode } = Bun.spawnSync(["ip", "-d", "-j", "-batch", "-"], {
    stdin: Buffer.from(`${SHOWN.join("\n")}\n`),
  });
  if (exitCode !== 0) throw new Error(`Cannot look at the network: ${stderr.toString()}`);
  return stdout
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line, comparable))
    .map((list, index) => (SHOWN[index] === NEIGHBOURS && Array.isArray(list) ? inOrder(list) : list));
}

/** Flags that follow a cable's state with a delay */
const LATE = new Set(["NO-CARRIER", "LOWER_UP", "linkdown"]);

/**
 * Sorts neighbours, whose order in the kernel is random. A multicast group that it joins by itself becomes a
 * neighbour once something was sent to it.
 */
function inOrder(neighbours: readonly { readonly dst: string }[]): unknown[] {
  return neighbours
    .filter(({ dst }) => dst !== "224.0.0.22")
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

function placeOf(neighbour: { readonly dst: string; readonly dev?: string }): string {
  return `${neighbour.dst} ${neighbour.dev}`;
}

/** Addresses assigned by tests */
const GIVEN = /^(?:02:00:00|00:00:00|ff:ff:ff)/;

function comparable(key: string, value: unknown): unknown {
  if (key.endsWith("_timer") || key === "operstate" || key === "gc_timer") return undefined;
  if (key === "flags" && Array.isArray(value)) return value.filter((flag) => !LATE.has(flag));
  if (typeof value !== "string") return value;
  if (key === "address" && value.includes(":")) return GIVEN.test(value) ? value : "random";
  if (/^(?:bridge_id|root_id)$|^designated_/.test(key)) return GIVEN.test(value.slice(5)) ? value : "random";
  return value;
}
