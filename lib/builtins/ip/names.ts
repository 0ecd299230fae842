/**
 * The kinds of numbers that have names.
 * Source: lib/rt_names.c of iproute2 6.1; include/uapi/linux/rtnetlink.h, RTPROT_*, RT_SCOPE_*, RT_TABLE_*
 *
 * @module
 */
import { NumberNames } from "./number-names.ts";

const SCOPES = { 0: "global", 200: "site", 253: "link", 254: "host", 255: "nowhere" };

const PROTOCOLS = {
  0: "unspec",
  1: "redirect",
  2: "kernel",
  3: "boot",
  4: "static",
  8: "gated",
  9: "ra",
  10: "mrt",
  11: "zebra",
  12: "bird",
  13: "dnrouted",
  14: "xorp",
  15: "ntk",
  16: "dhcp",
  18: "keepalived",
  42: "babel",
  186: "bgp",
  187: "isis",
  188: "ospf",
  189: "rip",
  192: "eigrp",
};

const TABLES = { 253: "default", 254: "main", 255: "local" };

/** How far addresses and routes are known */
export function scopeNames(): NumberNames {
  return new NumberNames({ builtIn: SCOPES, paths: ["rt_scopes"], readAt: "unknown" });
}

/** Who made a route */
export function protocolNames(): NumberNames {
  return new NumberNames({ builtIn: PROTOCOLS, paths: ["rt_protos", "rt_protos.d"], readAt: "unknown" });
}

/** Tables of routes */
export function tableNames(): NumberNames {
  return new NumberNames({ builtIn: TABLES, paths: ["rt_tables", "rt_tables.d"], readAt: "first" });
}

/** Groups of links */
export function groupNames(): NumberNames {
  return new NumberNames({ builtIn: { 0: "default" }, paths: ["group"], readAt: "first" });
}
