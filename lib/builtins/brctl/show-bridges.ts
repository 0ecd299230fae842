import { type BridgeState, bridgeState } from "../../netlink/links/bridge-state.ts";
import { IFLA, type LinkMessage } from "../../netlink/links/link-message.ts";
import { listLinks } from "../../netlink/links/list-links.ts";
import { textOf } from "../../netlink/rtnetlink/attribute.ts";
import type { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import { print, type Streams } from "../builtin.ts";
import { findInterface } from "../../programs/brctl/perform/interface.ts";

const HEADER = "bridge name\tbridge id\t\tSTP enabled\tinterfaces";

/** The indent of a further port on a line of its own */
const BELOW = `\n${"\t".repeat(7)}`;

/**
 * Prints bridges with their ports: the named ones in that order, or all. The header comes with the first
 * bridge.
 *
 * Equivalent to: `brctl show $names`
 *
 * @returns the exit status, 1 when one of the names is not a bridge
 */
export function show(socket: RouteSocket, names: readonly string[], { output, errors }: Streams): number {
  const links = listLinks(socket).toSorted((a, b) => inOrder(nameOf(a), nameOf(b)));
  const named = new Map(links.map((link) => [nameOf(link), link]));
  const bridges = links.filter((link) => bridgeState(link) !== null).map(nameOf);
  const answers = (names.length > 0 ? names : bridges).map((name) => {
    // It may be an alternative name
    const link = named.get(name) ?? findInterface(socket, name);
    const state = link === null ? null : bridgeState(link);
    if (link === null) return { line: null, complaint: `bridge ${name} does not exist!` };
    if (state === null) return { line: null, complaint: `device ${name} is not a bridge!` };
    return { line: describe(name, state, portsOf(link, links)), complaint: null };
  });
  const lines = answers.flatMap(({ line }) => line ?? []);
  const complaints = answers.flatMap(({ complaint }) => complaint ?? []);
  if (lines.length > 0) print(output, HEADER);
  for (const line of lines) print(output, line);
  for (const complaint of complaints) print(errors, complaint);
  return complaints.length > 0 ? 1 : 0;
}

function describe(name: string, { id, stp }: BridgeState, ports: readonly LinkMessage[]): string {
  return `${name}\t\t${id}\t${stp === "on" ? "yes" : "no"}\t\t${ports.map(nameOf).join(BELOW)}`;
}

function portsOf({ index }: LinkMessage, links: readonly LinkMessage[]): LinkMessage[] {
  return links.filter(({ attributes }) => attributes.get(IFLA.master)?.readUInt32LE(0) === index);
}

function nameOf({ attributes }: LinkMessage): string {
  return textOf(attributes.get(IFLA.name) ?? Buffer.alloc(0));
}

/** Compares names byte by byte, as `brctl` does */
function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
