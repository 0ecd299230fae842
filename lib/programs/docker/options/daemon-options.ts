/**
 * Options of Docker's daemon, as they stand in `DOCKER_OPTS`.
 *
 * @module
 */
import { flags } from "../../grammar-parts.ts";
import type { FlagRow } from "./flag-table.ts";
import { OTHER_DAEMON_OPTIONS } from "./other-daemon-options.ts";
import { optionWords, type ToldOption } from "./told-options.ts";

export const BRIDGE = {
  long: "bridge",
  short: "b",
  kind: "string",
  means: "containers go on this bridge, which Docker does not make itself",
  value: "the bridge",
} as const;

export const BIP = {
  long: "bip",
  kind: "string",
  means: "docker0 has this address and netmask",
  value: "as 192.168.1.5/24",
} as const;

export const MTU = {
  long: "mtu",
  kind: "string",
  means: "the largest packet on containers' interfaces, in bytes",
  value: "a number",
} as const;

export const IP = {
  long: "ip",
  kind: "string",
  means: "the host's address that published ports are on",
  value: "the address",
} as const;

export const DNS = {
  long: "dns",
  kind: "list",
  means: "the name server that containers ask",
  value: "its address",
} as const;

export const DNS_SEARCH = {
  long: "dns-search",
  kind: "list",
  means: "the domain that containers try a name in",
  value: "the domain",
} as const;

/** The options that the embedded engine has, with the defaults of switches */
export const DAEMON_OPTIONS = [
  BRIDGE,
  BIP,
  MTU,
  { long: "icc", kind: "switch", initial: true, means: "whether containers can reach each other without a link" },
  { long: "iptables", kind: "switch", initial: true, means: "whether Docker makes rules of iptables" },
  { long: "ip-forward", kind: "switch", initial: true, means: "whether Docker switches the kernel's forwarding on" },
  IP,
  DNS,
  DNS_SEARCH,
  {
    long: "host",
    short: "H",
    kind: "list",
    means: "where the daemon listens to its client",
    value: "as unix:///var/run/docker.sock",
  },
] as const satisfies readonly (FlagRow & ToldOption)[];

/** The words of `DOCKER_OPTS` */
export const DAEMON = flags({
  words: optionWords([...DAEMON_OPTIONS, ...OTHER_DAEMON_OPTIONS]),
  unknown: "alone",
});
