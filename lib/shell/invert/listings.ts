/**
 * What programs print of things that have no name of their own, line by line, so that two looks can be compared.
 *
 * @module
 */

/** What lists what */
export type ListingKind = "address" | "route" | "rule" | "neighbour" | "firewall";

/** What is read of ip-address(8) in JSON */
interface ShownAddress {
  readonly family: string;
  readonly local: string;
  readonly address?: string;
  readonly prefixlen: number;
  readonly broadcast?: string;
  readonly scope?: string;
  readonly label?: string;
  readonly metric?: number;
  readonly noprefixroute?: boolean;
  readonly nodad?: boolean;
  readonly home?: boolean;
  readonly mngtmpaddr?: boolean;
  readonly autojoin?: boolean;
}

/** What is read of ip-address(8) in JSON */
interface ShownLink {
  readonly ifname?: string;
  readonly addr_info?: readonly ShownAddress[];
}

/** What the kernel itself changes as time goes by, or links come and go */
const PASSING = /\s(?:linkdown|dead|offload|rt_offload|trap|error -?\d+|expires \d+sec|pref medium)(?=\s|$)/g;

/** Of an address */
const FLAGS = ["noprefixroute", "nodad", "home", "mngtmpaddr", "autojoin"] as const;

/** A neighbour that is not forgotten by itself */
const LASTING = /\b(?:PERMANENT|NOARP)\b/;

/** The lines of a listing, each in the words that its program takes again */
export const LISTINGS: Readonly<Record<ListingKind, (printed: string) => readonly string[]>> = {
  address: (printed) => (JSON.parse(printed) as readonly ShownLink[]).flatMap(addressesOf), // iproute2's own format
  route: (printed) =>
    linesOf(printed).map((line) => line.replaceAll("\\", " ").replace(PASSING, "").trim().replace(/\s+/g, " ")),
  rule: (printed) =>
    linesOf(printed).map((line) =>
      line
        .replace(/^(\d+):\s*/, "pref $1 ")
        .trim()
        .replace(/\s+/g, " "),
    ),
  neighbour: (printed) =>
    linesOf(printed).map((line) => {
      const words = line.trim().split(/\s+/);
      const kept = words.filter((word) => !/^(?:[A-Z]{4,}|router|proxy|extern_learn)$/.test(word));
      return [...kept, "nud", LASTING.exec(line)?.[0].toLowerCase() ?? "passing"].join(" ");
    }),
  firewall: linesOf,
};

/** `ip addr add` takes these; a link-local one of IPv6 is the kernel's, as is that of its loopback */
function addressesOf({ ifname, addr_info = [] }: ShownLink): readonly string[] {
  return addr_info
    .filter(({ family, scope }) => family !== "inet6" || (scope !== "link" && scope !== "host"))
    .map(({ local, address, prefixlen, broadcast, scope, label, metric, ...flags }) =>
      [
        address === undefined ? `${local}/${prefixlen}` : `${local} peer ${address}/${prefixlen}`,
        ...(broadcast === undefined ? [] : [`broadcast ${broadcast}`]),
        ...(scope === undefined ? [] : [`scope ${scope}`]),
        ...(label === undefined || label === ifname ? [] : [`label ${label}`]),
        ...(metric === undefined ? [] : [`metric ${metric}`]),
        ...FLAGS.filter((flag) => flags[flag] === true),
      ].join(" "),
    );
}

function linesOf(printed: string): readonly string[] {
  return printed.split("\n").filter((line) => line.trim() !== "");
}

/** How often a line is among others */
export function times(line: string, lines: readonly string[]): number {
  return lines.filter((other) => other === line).length;
}

/** The lines that are in one list more often than in another, each as often as that */
export function beyond(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
