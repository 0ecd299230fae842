/**
 * The neighbour or proxy in a line of `ip neighbour`, as `ip` shows it once the line has run.
 *
 * @module
 */
import { shownProtocol } from "../../netlink/see/route-protocol.ts";
import type { EntryAfter } from "../../resources/entry-after.ts";
import { readIpAddress } from "../../values/address/ip-notation.ts";
import type { Parsed } from "../parse.ts";

/** States that stay until a command changes them; the kernel changes all others itself */
const LASTING: ReadonlySet<string> = new Set(["permanent", "noarp"]);

/** Describes an added or changed neighbour; `null` when `ip` reads the words as no address */
export function addedNeighbour(parsed: Parsed): EntryAfter | null {
  const name = nameOf(parsed);
  if (name === null) return null;
  const { lladdr, nud, protocol } = parsed.said;
  const having = [
    ...name.having,
    ...(lladdr === undefined || name.isProxy ? [] : [`lladdr ${lladdr.toLowerCase()}`]),
    ...(parsed.order.some((one) => one.name === "router") ? ["router"] : []),
    ...(nud === undefined || !LASTING.has(nud) || name.isProxy ? [] : [`nud ${nud}`]),
    ...(protocol === undefined ? [] : [`proto ${shownProtocol(protocol)}`]),
  ];
  return { is: "there", having, lacking: name.isProxy ? [] : ["proxy"] };
}

/** Describes a removed neighbour */
export function removedNeighbour(parsed: Parsed): EntryAfter | null {
  const name = nameOf(parsed);
  return name === null ? null : { is: "gone", having: name.having, lacking: name.isProxy ? [] : ["proxy"] };
}

function nameOf({ said, order }: Parsed): { readonly having: readonly string[]; readonly isProxy: boolean } | null {
  const address = readIpAddress(said["to"] ?? "");
  if (address === null) return null;
  const isProxy = order.some(({ name }) => name === "proxy");
  const { dev } = said;
  return {
    having: [isProxy ? `proxy ${address}` : address, ...(dev === undefined ? [] : [`dev ${dev}`])],
    isProxy,
  };
}
