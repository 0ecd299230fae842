/**
 * Takes out of a look what no two hosts have in common: ids, made-up names, random addresses, counters and timers.
 */
import type { Document, Look } from "./look.ts";

/** Of a link, what is to be the same; `linkinfo` and addresses have lists of their own */
const LINK = ["ifname", "flags", "mtu", "qdisc", "master", "operstate", "txqlen", "link_type", "address"] as const;
const PORT = ["state", "hairpin", "learning", "isolated"] as const;
const ADDRESS = ["family", "local", "prefixlen", "broadcast", "scope", "label"] as const;

/** An id, which is also a hostname */
const ID = /\b[0-9a-f]{12}\b/g;
const VETH = /^veth[0-9a-zA-Z]+$/;
/** What Docker makes of a container's own address; any other is random */
const DOCKERS_MAC = /^02:42:/;

/** A look that can be compared */
export function normalise(look: Look): Look {
  return {
    links: mapValues(look.links, (links, place) => links.map((link) => readable(link, place))),
    routes: look.routes,
    files: mapValues(look.files, (files) => mapValues(files, (text) => text.replace(ID, "ID"))),
    reach: mapValues(look.reach, unanswered),
  };
}

/** A host that does not answer the question for its hardware address is unreachable after three seconds, or it is a timeout before */
function unanswered(said: string): string {
  return said.replaceAll("EHOSTUNREACH", "ETIMEDOUT");
}

function readable(link: Document, place: string): Document {
  const { ifname, address, linkinfo, addr_info: addresses } = link as Document & Shown;
  // In a container that has the host's network, the bridge's is random as well
  const isDockers = place !== "host" && linkinfo?.info_kind !== "bridge" && DOCKERS_MAC.test(address);
  return {
    ...pick(link, LINK),
    ifname: VETH.test(ifname) ? "veth" : ifname,
    address: isDockers ? address : "random",
    kind: linkinfo?.info_kind ?? null,
    port: pick(linkinfo?.info_slave_data ?? {}, PORT),
    addresses: addresses.map((own) => ({
      ...pick(own, ADDRESS),
      ...(own.scope === "link" ? { local: "random" } : {}),
    })),
  };
}

/** What is read of ip-address(8) in JSON */
interface Shown {
  readonly ifname: string;
  readonly address: string;
  readonly linkinfo?: { readonly info_kind?: string; readonly info_slave_data?: Document };
  readonly addr_info: readonly (Document & { readonly scope: string })[];
}

function pick(document: Document, keys: readonly string[]): Document {
  return Object.fromEntries(keys.filter((key) => key in document).map((key) => [key, document[key]]));
}

/** The same keys, with other values */
export function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
