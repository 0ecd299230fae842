/**
 * A look at a network through netlink: a tenth of the time of one by programs, and without what only those show, such as rules of
 * iptables.
 */
import { seeNetwork } from "../../../lib/netlink/see/network.ts";
import { fileAt } from "../../support/host/host-state.ts";

/** Set by the kernel itself, or another when a thing is made again */
const PASSING: ReadonlySet<string> = new Set(["index", "operational", "flags"]);

/** Reads this network and those behind further files, and what is at these paths; two that are alike are equal */
export function glance(networks: readonly string[], paths: readonly string[]): string {
  const seen = ["/proc/self/ns/net", ...networks].map((file) =>
    seeNetwork(file, (network) => ({
      links: network.links().map((link) => ({
        ...link,
        port: { ...link.port, state: null },
        addresses: network.addresses(link.index).filter(isLasting),
      })),
      routes: [...network.routes("inet"), ...network.routes("inet6")].map(lineOf).filter(isOfSomebody).toSorted(),
      rules: [...network.rules("inet"), ...network.rules("inet6")],
      neighbours: network
        .neighbours()
        .filter(({ state }) => state !== "passing")
        .map(lineOf)
        .toSorted(),
    })),
  );
  return JSON.stringify([seen, paths.map(fileAt)], withoutPassing);
}

function withoutPassing(key: string, value: unknown): unknown {
  return PASSING.has(key) ? undefined : value;
}

function lineOf(entry: object): string {
  return JSON.stringify(entry);
}

/** The kernel makes one of a link itself, with a delay */
function isLasting({ scope }: { readonly scope: string }): boolean {
  return scope !== "link";
}

function isOfSomebody(route: string): boolean {
  return !/fe80::|ff00::/.test(route);
}
