/** The options that `/etc/resolv.conf` depends on, a container's or the daemon's; empty lists when omitted. */
export interface DnsOptions {
  readonly dns: readonly string[];
  /** A single `.` means no search line at all. */
  readonly dnsSearch: readonly string[];
}

/** The fallback when no name server is left (libnetwork, `resolvconf/resolvconf.go`). */
const PUBLIC_SERVERS = ["8.8.8.8", "8.8.4.4"] as const;
const COMMENT = /#.*/;
const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/;
const NAMESERVER_LINE = /^nameserver[ \t]+(\S+)[ \t]*(?:\n+|$)/gm;

/**
 * Returns the text of a container's `/etc/resolv.conf`: the host's, with `--dns` and `--dns-search` replacing
 * their parts. Name servers that a container on a bridge can't reach, on loopback or IPv6, are left out; when
 * none is left, 8.8.8.8 and 8.8.4.4 replace them. With an option the file is rewritten without comments.
 * Source: libnetwork, `resolvconf/resolvconf.go` and `sandbox_dns_unix.go`.
 *
 * @example
 * ```ts
 * import { resolvConf } from "./resolv-conf.ts";
 * import { expect } from "bun:test";
 *
 * const host = "search lan\nnameserver 10.0.0.1\n";
 * expect(resolvConf(host, { dns: ["10.0.0.9"], dnsSearch: [] })).toBe("search lan\nnameserver 10.0.0.9\n");
 * ```
 */
export function resolvConf(host: string, { dns, dnsSearch }: DnsOptions): string {
  if (dns.length === 0 && dnsSearch.length === 0) return reachable(host);
  const search = dnsSearch.length > 0 ? dnsSearch : lastValues(host, "search");
  const servers = dns.length > 0 ? dns : reachableServers(host);
  const options = lastValues(host, "options");
  return [
    ...(search.length === 0 || search.join(" ") === "." ? [] : [`search ${search.join(" ")}`]),
    ...servers.map((server) => `nameserver ${server}`),
    ...(options.length === 0 ? [] : [`options ${options.join(" ")}`]),
    "",
  ].join("\n");
}

/** Returns the host's file without its unreachable name servers */
function reachable(host: string): string {
  const cleaned = host.replace(NAMESERVER_LINE, (line, server: string) => (isReachable(server) ? line : ""));
  if (nameservers(cleaned).length > 0) return cleaned;
  return `${cleaned}\n${PUBLIC_SERVERS.map((server) => `nameserver ${server}`).join("\n")}`;
}

function reachableServers(host: string): readonly string[] {
  const servers = nameservers(host).filter(isReachable);
  return servers.length > 0 ? servers : PUBLIC_SERVERS;
}

function isReachable(server: string): boolean {
  return !LOOPBACK.test(server) && !server.includes(":");
}

/** Lists the name servers in a resolv.conf, in order */
export function nameservers(text: string): readonly string[] {
  return directives(text).flatMap(([word, ...values]) => (word === "nameserver" ? values.slice(0, 1) : []));
}

/** Returns the values of the last line that begins with a word: by resolv.conf(5) the last one counts. */
function lastValues(text: string, keyword: string): readonly string[] {
  const [, ...values] = directives(text).findLast(([word]) => word === keyword) ?? [];
  return values;
}

function directives(text: string): readonly (readonly string[])[] {
  return text.split("\n").map((line) =>
    line
      .replace(COMMENT, "")
      .split(/\s+/)
      .filter((word) => word !== ""),
  );
}
