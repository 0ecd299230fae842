/**
 * What `ip -d -j` shows of routes and rules, as it is to be seen.
 */
import type { SeenRoute } from "../../../lib/netlink/see/route.ts";
import type { SeenRule } from "../../../lib/netlink/see/rule.ts";
import type { Family } from "../../../lib/values/address/family.ts";
import { routeFromPrinted, ruleFromPrinted } from "../../support/kernel/printed.ts";

/** An object of ip's, with what is asked of it here */
export interface ShownRoute {
  readonly type: string;
  readonly dst: string;
  readonly tos?: string;
  readonly nhid?: number;
  readonly gateway?: string;
  readonly via?: { readonly family: string; readonly host: string };
  readonly dev?: string;
  readonly table: string;
  readonly protocol: string;
  readonly scope: string;
  readonly prefsrc?: string;
  readonly metric?: number;
  readonly flags: readonly string[];
  readonly flow?: Realms;
  readonly metrics?: readonly Readonly<Record<string, number>>[];
  readonly pref?: string;
  readonly nexthops?: readonly ShownHop[];
}

interface Realms {
  readonly from?: string | undefined;
  readonly to: string;
}

interface ShownHop {
  readonly gateway?: string;
  readonly dev: string;
  readonly weight: number;
  readonly flags: readonly string[];
}

export interface ShownRule {
  readonly priority: number;
  readonly not?: null;
  readonly src: string;
  readonly srclen?: number;
  readonly dst?: string;
  readonly dstlen?: number;
  readonly tos?: string;
  readonly fwmark?: string;
  readonly fwmask?: string;
  readonly iif?: string;
  readonly oif?: string;
  readonly table?: string;
  readonly action?: string;
  readonly goto?: number;
  readonly protocol: string;
  readonly uid_start?: number;
  readonly uid_end?: number;
  readonly ipproto?: string;
  readonly sport?: number;
  readonly sport_start?: number;
  readonly sport_end?: number;
  readonly dport?: number;
  readonly dport_start?: number;
  readonly dport_end?: number;
  readonly suppress_prefixlen?: number;
  readonly suppress_ifgroup?: string;
  readonly flow_from?: string;
  readonly flow_to?: string;
}

/** Stands for settings that are not read */
export const OTHERS = "others";

function realmsOf(realms: Realms | undefined): string | null {
  if (realms === undefined) return null;
  return realms.from === undefined ? realms.to : `${realms.from}/${realms.to}`;
}

/** ip says of no metric that it is locked, unless it prints for people */
export function routeOf(shown: ShownRoute, family: Family): SeenRoute {
  const metrics = (shown.metrics ?? []).flatMap((one) => Object.entries(one));
  const isUnread = metrics.some(([name]) => name === "rto_min");
  return routeFromPrinted({
    family,
    type: shown.type,
    destination: shown.dst,
    from: null,
    tos: Number(shown.tos ?? 0),
    realms: realmsOf(shown.flow),
    nextHopId: shown.nhid ?? null,
    gateway: shown.via === undefined ? (shown.gateway ?? null) : shown.via.host,
    dev: shown.dev ?? null,
    table: shown.table,
    protocol: shown.protocol,
    scope: shown.scope,
    source: shown.prefsrc ?? null,
    metric: shown.metric ?? null,
    isOnLink: shown.flags.includes("onlink"),
    metrics: isUnread ? [] : metrics.map(([name, value]) => ({ name, value, isLocked: false })),
    preference: shown.pref === "high" || shown.pref === "low" ? shown.pref : null,
    nextHops: (shown.nexthops ?? []).map(({ gateway = null, dev, weight, flags }) => ({
      gateway,
      dev,
      weight,
      isOnLink: flags.includes("onlink"),
    })),
    unread: isUnread ? OTHERS : null,
  });
}

const MAKERS: Readonly<Record<string, number>> = { static: 4, 77: 77 };
const PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17 };

export function ruleOf(shown: ShownRule, family: Family): SeenRule {
  const prefix = (host: string | undefined, length: number | undefined) =>
    host === undefined || host === "all" ? null : length === undefined ? host : `${host}/${length}`;
  const range = (one: number | undefined, first = one, last = one) =>
    first === undefined || last === undefined ? null : { first, last };
  const { fwmark, fwmask = "0xffffffff", ipproto } = shown;
  return ruleFromPrinted({
    family,
    priority: shown.priority,
    isInverted: shown.not !== undefined,
    from: prefix(shown.src, shown.srclen),
    to: prefix(shown.dst, shown.dstlen),
    tos: Number(shown.tos ?? 0),
    mark: fwmark === undefined ? null : { value: Number(fwmark), mask: Number(fwmask) },
    inputLink: shown.iif ?? null,
    outputLink: shown.oif ?? null,
    table: shown.table ?? null,
    action: shown.action ?? (shown.goto === undefined ? null : `goto ${shown.goto}`),
    protocol: MAKERS[shown.protocol] ?? null,
    users: range(undefined, shown.uid_start, shown.uid_end),
    ipProtocol: ipproto === undefined ? null : (PROTOCOLS[ipproto] ?? Number(ipproto)),
    sourcePorts: range(shown.sport, shown.sport_start, shown.sport_end),
    destinationPorts: range(shown.dport, shown.dport_start, shown.dport_end),
    suppressPrefix: shown.suppress_prefixlen ?? null,
    realms: shown.flow_to === undefined ? null : realmsOf({ to: shown.flow_to, from: shown.flow_from }),
    unread: shown.suppress_ifgroup === undefined ? null : OTHERS,
  });
}
