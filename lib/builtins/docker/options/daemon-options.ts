import { addressOf, prefixOf } from "../../../values/address/cidr.ts";
import { type Ipv4Cidr, parseIpv4Cidr, reasonAgainstIpv4Cidr } from "../../../values/address/ipv4-cidr.ts";
import type { IfName } from "../../../values/name/if-name.ts";
import { parseIfName } from "../../../values/name/if-name.ts";
import { parseIpv4InterfaceCidr } from "../../../values/address/ipv4-interface-cidr.ts";
import type { Ipv4 } from "../../../values/address/ipv4.ts";
import { parseIpv4, reasonAgainstIpv4 } from "../../../values/address/ipv4.ts";
import type { Mtu } from "../../../values/mtu.ts";
import { parseMtu } from "../../../values/mtu.ts";
import { quoted } from "../../../values/quoted.ts";
import { isUsableHost } from "../../../values/address/subnet-hosts.ts";
import { type DnsServer, parseDnsServer, parseSearchDomain, type SearchDomain } from "./dns.ts";
import { DockerFailure } from "../../../programs/docker/failure.ts";
import type { FlagName } from "../../../programs/docker/options/flag-value.ts";
import {
  FlagError,
  invalidArgument,
  readFlagValue,
  readInteger,
  UnknownFlag,
} from "../../../programs/docker/options/flag-value.ts";
import {
  BIP,
  BRIDGE,
  DAEMON_OPTIONS,
  DNS,
  DNS_SEARCH,
  IP,
  MTU,
} from "../../../programs/docker/options/daemon-options.ts";
import { parseMixedFlags } from "./flags.ts";

/** The options of the engine */
export interface DaemonOptions {
  /** A bridge created by hand; `null` for docker0, `"none"` for no network */
  readonly bridge: IfName | "none" | null;
  /** Address and subnet for docker0; `null` to find one that is free */
  readonly bip: Ipv4Cidr | null;
  /** `null` for that of the host's default route */
  readonly mtu: Mtu | null;
  /** True when containers on the bridge may communicate with each other */
  readonly icc: boolean;
  readonly iptables: boolean;
  readonly ipForward: boolean;
  /** The host's address on which ports are published */
  readonly ip: Ipv4;
  readonly dns: readonly DnsServer[];
  /** Domains, or a single `.` for none */
  readonly dnsSearch: readonly SearchDomain[];
  /** The daemon's sockets, such as `unix:///var/run/docker.sock` */
  readonly hosts: readonly string[];
}

const EVERY_ADDRESS = "0.0.0.0";

/**
 * Options that the article gives to a single container: dockerd has none of them, or has other ones as `-p`
 * and `-h`
 */
const OF_DOCKER_RUN: ReadonlyMap<string, string> = new Map([
  ...["--hostname", "--link", "--net", "--publish", "--publish-all", "-P"].map((flag): [string, string] => [flag, ""]),
  ["-h", " (-h of dockerd prints its help)"],
  ["-p", " (-p of dockerd names its pid file)"],
]);

/**
 * Parses the words of `DOCKER_OPTS`.
 * Equivalent to: `dockerd $DOCKER_OPTS`
 * Source: moby 20.10, `cmd/dockerd/config_unix.go` and `daemon/daemon_unix.go`.
 *
 * @throws {DockerFailure} in dockerd's words: an option that it doesn't have, a value that isn't one, two that conflict
 *
 * @example
 * ```ts
 * import { daemonOptions } from "./daemon-options.ts";
 * import { expect } from "bun:test";
 *
 * expect(daemonOptions(["--icc=false"]).icc).toBe(false);
 * ```
 */
export function daemonOptions(words: readonly string[]): DaemonOptions {
  const { flags, rest } = readFlags(words);
  const [extra] = rest;
  if (extra !== undefined) {
    throw new DockerFailure(
      `"dockerd" accepts no argument(s). ${quoted(extra)} is one (a switch is written --icc=false)`,
    );
  }
  const options = {
    bridge: flags.bridge === "none" ? flags.bridge : read(BRIDGE, flags.bridge, parseIfName),
    bip: flags.bip === null || flags.bip === "" ? null : readBip(flags.bip),
    mtu: read(MTU, flags.mtu, readMtu),
    icc: flags.icc,
    iptables: flags.iptables,
    ipForward: flags["ip-forward"],
    ip: readIp(flags.ip ?? EVERY_ADDRESS),
    dns: flags.dns.map((server) => parseDnsServer(DNS, server)),
    dnsSearch: flags["dns-search"].map((domain) => parseSearchDomain(DNS_SEARCH, domain)),
    hosts: flags.host,
  } satisfies DaemonOptions;
  refuseConflicts(options);
  return options;
}

function readFlags(words: readonly string[]) {
  try {
    return parseMixedFlags(words, DAEMON_OPTIONS);
  } catch (error) {
    const note = error instanceof UnknownFlag ? OF_DOCKER_RUN.get(error.flag) : undefined;
    if (!(error instanceof UnknownFlag) || note === undefined) throw error;
    throw new FlagError(`${error.message}: it belongs to one container, so only docker run takes it${note}`);
  }
}

function read<Value>(flag: FlagName, text: string | null, parse: (text: string) => Value): Value | null {
  // An empty value means dockerd's default
  return text === null || text === "" ? null : readFlagValue(flag, text, parse);
}

/**
 * Parses an MTU as Go parses a number, within an interface's limits; `null` for 0, which means dockerd's
 * default.
 *
 * @throws {DockerFailure} in dockerd's words
 */
function readMtu(text: string): Mtu | null {
  const bytes = readInteger(MTU, text);
  if (bytes < 0) throw new DockerFailure(`invalid MTU number: ${text}`);
  return bytes === 0 ? null : parseMtu(text);
}

/**
 * Parses `--ip`.
 *
 * @throws {FlagError} in Docker's words
 */
function readIp(text: string): Ipv4 {
  if (reasonAgainstIpv4(text) === null) return parseIpv4(text);
  throw invalidArgument(IP, text, `${text} is not an ip address`);
}

/**
 * Parses the address of docker0, which dockerd reserves in its network's pool.
 *
 * @throws {DockerFailure} in dockerd's words
 */
function readBip(text: string): Ipv4Cidr {
  if (reasonAgainstIpv4Cidr(text) !== null) throw new DockerFailure(`invalid CIDR address: ${text}`);
  const cidr = parseIpv4Cidr(text);
  const refused = (reason: string) => new DockerFailure(`failed to allocate gateway (${addressOf(cidr)}): ${reason}`);
  if (prefixOf(cidr) === 32) throw refused("No available addresses on this pool");
  if (!isUsableHost(cidr, addressOf(cidr))) throw refused("Address already in use");
  return readFlagValue(BIP, text, parseIpv4InterfaceCidr);
}

function refuseConflicts({ bridge, bip, icc, iptables }: DaemonOptions): void {
  if (bridge !== null && bip !== null) {
    throw new DockerFailure("You specified -b & --bip, mutually exclusive options. Please specify only one");
  }
  if (!iptables && !icc) {
    throw new DockerFailure(
      "You specified --iptables=false with --icc=false. ICC=false uses iptables to function. Please set --icc or --iptables to true",
    );
  }
}
