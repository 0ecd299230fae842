import { ADDRESS_COMMANDS } from "./address/commands.ts";
import type { Commands } from "./commands.ts";
import { LINK_COMMANDS } from "./link/commands.ts";
import { NEIGHBOUR_COMMANDS } from "./neighbour/commands.ts";
import { NETNS_COMMANDS } from "./netns/commands.ts";
import { ROUTE_COMMANDS } from "./route/commands.ts";
import { RULE_COMMANDS } from "./rule/commands.ts";

/** An object, and its command when none is said */
export interface IpObject {
  readonly commands: Commands;
  readonly otherwise: string;
}

/** The objects in the order in which ip/ip.c looks for what a beginning stands for; `null` is not ours */
export const OBJECTS: Readonly<Record<string, IpObject | null>> = {
  address: { commands: ADDRESS_COMMANDS, otherwise: "show" },
  addrlabel: null,
  maddress: null,
  route: { commands: ROUTE_COMMANDS, otherwise: "show" },
  rule: { commands: RULE_COMMANDS, otherwise: "list" },
  neighbor: { commands: NEIGHBOUR_COMMANDS, otherwise: "show" },
  neighbour: { commands: NEIGHBOUR_COMMANDS, otherwise: "show" },
  ntable: null,
  ntbl: null,
  link: { commands: LINK_COMMANDS, otherwise: "show" },
  l2tp: null,
  fou: null,
  ila: null,
  macsec: null,
  tunnel: null,
  tunl: null,
  tuntap: null,
  tap: null,
  token: null,
  tcpmetrics: null,
  tcp_metrics: null,
  monitor: null,
  xfrm: null,
  mroute: null,
  mrule: null,
  netns: { commands: NETNS_COMMANDS, otherwise: "list" },
};
