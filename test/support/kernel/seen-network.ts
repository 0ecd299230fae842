/** A simulated network namespace, for tests of faults and of orders that no kernel has. */
import type { SeenAddress } from "../../../lib/netlink/see/address.ts";
import type { LinkState, SeenLink } from "../../../lib/netlink/see/link.ts";
import type { SeenNeighbour } from "../../../lib/netlink/see/neighbour.ts";
import type { SeenNetwork } from "../../../lib/netlink/see/network.ts";
import type { SeenRoute } from "../../../lib/netlink/see/route.ts";
import type { SeenRule } from "../../../lib/netlink/see/rule.ts";
import type { Look } from "../../../lib/resources/look.ts";
import {
  addressFromPrinted,
  neighbourFromPrinted,
  type Printed,
  routeFromPrinted,
  ruleFromPrinted,
} from "./printed.ts";

/** A link, described by its differences from a device that is down and has nothing */
export interface ToldLink {
  readonly index?: number;
  readonly kind?: string | null;
  readonly hardware?: string;
  readonly operational?: SeenLink["operational"];
  readonly flags?: readonly string[];
  readonly state?: Partial<LinkState>;
  readonly bridge?: SeenLink["bridge"];
  readonly port?: SeenLink["port"];
  /** A veth's peer, or the lower link: by name, or by index when it is elsewhere */
  readonly lower?: string | number;
  readonly addresses?: readonly (string | Partial<Printed<SeenAddress>>)[];
}

/** The contents of the namespace */
export interface Told {
  readonly links?: Readonly<Record<string, ToldLink>>;
  readonly routes?: readonly Partial<Printed<SeenRoute>>[];
  /** The route to each address that one leads to */
  readonly ways?: Readonly<Record<string, Partial<Printed<SeenRoute>>>>;
  readonly rules?: readonly Partial<Printed<SeenRule>>[];
  readonly neighbours?: readonly Partial<Printed<SeenNeighbour>>[];
}

const PLAIN: LinkState = {
  state: "down",
  mtu: 1500,
  txqueuelen: 1000,
  alias: "",
  group: 0,
  arp: "on",
  multicast: "on",
  allmulticast: "off",
  promisc: "off",
  dynamic: "off",
  protodown: "off",
  master: "",
  address: "02:00:00:00:00:07",
};

/** An address, `10.1.0.1/24` */
export function address(told: string | Partial<Printed<SeenAddress>>): SeenAddress {
  const [local = "", prefix = "24"] = typeof told === "string" ? told.split("/") : [];
  return addressFromPrinted({
    family: local.includes(":") ? "inet6" : "inet",
    local,
    peer: null,
    prefix: Number(prefix),
    broadcast: null,
    scope: "global",
    label: null,
    metric: null,
    flags: [],
    ...(typeof told === "string" ? {} : told),
  });
}

/** A route; without more it is the usual one of the main table */
export function route(told: Partial<Printed<SeenRoute>>): SeenRoute {
  return routeFromPrinted({
    family: (told.destination ?? "").includes(":") ? "inet6" : "inet",
    type: "unicast",
    destination: "default",
    from: null,
    tos: 0,
    realms: null,
    nextHopId: null,
    gateway: null,
    dev: null,
    table: "main",
    protocol: "boot",
    scope: "global",
    source: null,
    metric: null,
    isOnLink: false,
    metrics: [],
    preference: null,
    nextHops: [],
    unread: null,
    ...told,
  });
}

/** A rule for all packets */
export function rule(told: Partial<Printed<SeenRule>>): SeenRule {
  return ruleFromPrinted({
    family: "inet",
    priority: 100,
    isInverted: false,
    from: null,
    to: null,
    tos: 0,
    mark: null,
    inputLink: null,
    outputLink: null,
    table: "main",
    action: null,
    realms: null,
    protocol: null,
    users: null,
    ipProtocol: null,
    sourcePorts: null,
    destinationPorts: null,
    suppressPrefix: null,
    unread: null,
    ...told,
  });
}

/** A neighbour that stays */
export function neighbour(told: Partial<Printed<SeenNeighbour>>): SeenNeighbour {
  return neighbourFromPrinted({
    destination: "10.0.0.9",
    dev: "",
    address: null,
    state: "permanent",
    isRouter: false,
    protocol: null,
    ...told,
  });
}

/** Makes a namespace with these contents */
export function networkWith({ links = {}, routes = [], ways = {}, rules = [], neighbours = [] }: Told): SeenNetwork {
  const names = Object.keys(links);
  const indexOf = (name: string) => links[name]?.index ?? 7 + names.indexOf(name);
  const seen = (name: string): SeenLink => {
    const {
      kind = null,
      hardware = "ether",
      operational = "down",
      flags = [],
      state = {},
      bridge,
      port = null,
      lower,
    } = links[name] ?? {};
    return {
      index: indexOf(name),
      name,
      kind,
      hardware,
      operational,
      flags,
      state: { ...PLAIN, ...state },
      port,
      bridge: bridge ?? (kind === "bridge" ? {} : null),
      lower:
        lower === undefined
          ? null
          : typeof lower === "number"
            ? { index: lower, name: null }
            : { index: indexOf(lower), name: lower },
    };
  };
  const all = names.map(seen);
  const named = (index: number) => all.find((one) => one.index === index)?.name ?? "";
  return {
    link: (name) => all.find((one) => one.name === name) ?? null,
    links: () => all,
    ports: (master) => all.filter(({ state }) => state.master === named(master)),
    addresses: (index) => (links[named(index)]?.addresses ?? []).map(address),
    routesOver: (index) => routes.map(route).filter(({ dev }) => dev === named(index)),
    routes: (family) => routes.map(route).filter((one) => one.family === family),
    routeTo: (to) => (ways[to] === undefined ? null : route(ways[to])),
    rules: (family) => rules.map(rule).filter((one) => one.family === family),
    neighbours: () => neighbours.map(neighbour),
  };
}

/** An empty host */
export const NOTHING_THERE: Look = {
  text: async () => null,
  file: () => null,
  link: () => null,
  inode: () => null,
  network: () => null,
  see: () => null,
};
