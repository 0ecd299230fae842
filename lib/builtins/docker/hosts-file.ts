import type { Ipv4 } from "../../values/address/ipv4.ts";

/** A container's own entry: its host name, and its address, which is missing with `--net=none` */
export interface OwnEntry {
  readonly address: Ipv4 | null;
  readonly hostname: string;
}

/** A linked container's entry: its address, and the alias, host name and name that the client knows it by */
export interface LinkEntry {
  readonly address: Ipv4;
  readonly alias: string;
  readonly hostname: string;
  readonly name: string;
}

/** The first lines of every container's file (libnetwork, `etchosts/etchosts.go`). */
const LOOPBACK_AND_MULTICAST: readonly (readonly [string, string])[] = [
  ["127.0.0.1", "localhost"],
  ["::1", "localhost ip6-localhost ip6-loopback"],
  ["fe00::0", "ip6-localnet"],
  ["ff00::0", "ip6-mcastprefix"],
  ["ff02::1", "ip6-allnodes"],
  ["ff02::2", "ip6-allrouters"],
];

/** The names in these lines */
export const LOCAL_NAMES: readonly string[] = LOOPBACK_AND_MULTICAST.flatMap(([, names]) => names.split(" "));

/**
 * Formats a container's `/etc/hosts`: the fixed lines, its own, and those of its links. Source: libnetwork,
 * `etchosts/etchosts.go`.
 *
 * @param links lines of {@link linkLine}
 *
 * @example
 * ```ts
 * import { hostsFile } from "./hosts-file.ts";
 * import { parseIpv4 } from "../../values/address/ipv4.ts";
 * import { expect } from "bun:test";
 *
 * const own = { address: parseIpv4("172.17.0.2"), hostname: "web.example.com" };
 * expect(hostsFile(own, [])).toEndWith("172.17.0.2\tweb.example.com web\n");
 * ```
 */
export function hostsFile(own: OwnEntry, links: readonly string[]): string {
  const fixed = LOOPBACK_AND_MULTICAST.map(([address, names]) => line(address, [names]));
  const self = own.address === null ? [] : [line(own.address, namesOf(own.hostname))];
  return [...fixed, ...self, ...links, ""].join("\n");
}

/**
 * Formats the line of a link without a newline: the address, the alias, and the host name and name where they
 * differ from it. Source: moby 20.10, `daemon/container_operations_unix.go`.
 */
export function linkLine({ address, alias, hostname, name }: LinkEntry): string {
  return line(address, [alias, hostname, name]);
}

/** Returns a host name, and without its domain if it has one */
function namesOf(hostname: string): readonly string[] {
  const [first = hostname] = hostname.split(".");
  return [hostname, first];
}

function line(address: string, names: readonly string[]): string {
  return `${address}\t${[...new Set(names)].join(" ")}`;
}
