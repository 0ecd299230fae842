/**
 * The neighbour, or proxy, of a line of `ip neighbour`, as it is shown once the line has run.
 *
 * @module
 */
import { shownProtocol } from "../../netlink/see/route-protocol.ts";
import type { EntryAfter } from "../../resources/entry-after.ts";
import { readIpAddress } from "../../values/address/ip-notation.ts";
import type { Parsed } from "../parse.ts";

/** States that stay until somebody changes them; the kernel passes from any other to the next by itself */
const LASTING: ReadonlySet<string> = new Set(["permanent", "noarp"]);

/** Describes one that is added or changed; `null` where `ip` takes the words for no address */
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

/** Describes one that is removed */
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
