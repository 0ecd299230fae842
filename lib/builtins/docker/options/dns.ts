/**
 * The values of `--dns` and `--dns-search`, for containers and the daemon.
 *
 * @module
 */

import { reasonAgainstAddress } from "../../../values/address/address.ts";
import type { Brand } from "../../../values/brand.ts";
import { type FlagName, invalidArgument } from "../../../programs/docker/options/flag-value.ts";

/** The address of a name server, IPv4 or IPv6 */
export type DnsServer = Brand<string, "DnsServer">;

/** A search domain; a single `.` means none at all */
export type SearchDomain = Brand<string, "SearchDomain">;

/** Labels joined by dots; a final dot, and spaces, are dropped */
const DOMAIN = /^([a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?(?:\.[a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?)*)\.?\s*$/;
const LONGEST_DOMAIN = 254;

/** Docker's pattern for an address of the container itself; it also matches `fe80::1` */
const LOCALHOST = /127\.(?:\d{1,3}\.){2}\d{1,3}|::1$/;

/**
 * Parses the value of `--dns`. Source: docker/cli 20.10, `opts/opts.go`, `ValidateIPAddress`.
 *
 * @throws {FlagError} in Docker's words
 */
export function parseDnsServer(flag: FlagName, text: string): DnsServer {
  const address = text.trim();
  if (reasonAgainstAddress(address) !== null) throw invalidArgument(flag, text, `${text} is not an ip address`);
  return address as DnsServer;
}

/**
 * Parses the value of `--dns-search`. Source: docker/cli 20.10, `opts/opts.go`, `ValidateDNSSearch`.
 *
 * @throws {FlagError} in Docker's words
 */
export function parseSearchDomain(flag: FlagName, text: string): SearchDomain {
  const word = text.replace(/^ +| +$/g, "");
  const domain = word === "." ? word : /[a-zA-Z]/.test(word) ? DOMAIN.exec(word)?.[1] : undefined;
  if (domain === undefined || domain.length > LONGEST_DOMAIN)
    throw invalidArgument(flag, text, `${word} is not a valid domain`);
  return domain as SearchDomain;
}

/**
 * Returns the warning of Docker's client about the first server that would be the container itself; `null`
 * when there is none
 */
export function localhostWarning(servers: readonly DnsServer[]): string | null {
  const local = servers.find((server) => LOCALHOST.test(server));
  return local === undefined ? null : `WARNING: Localhost DNS setting (--dns=${local}) may fail in containers.`;
}
