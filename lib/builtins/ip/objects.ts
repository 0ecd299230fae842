import { ADDRESS_COMMANDS } from "./address/commands.ts";
import type { Commands } from "./commands.ts";
import { LINK_COMMANDS } from "./link/commands.ts";
import { NETNS_COMMANDS } from "./netns/commands.ts";
import { ROUTE_COMMANDS } from "./route/commands.ts";

/** The objects in the order in which ip/ip.c looks for what a beginning stands for; `null` is not ours */
export const OBJECTS: Readonly<Record<string, Commands | null>> = {
  address: ADDRESS_COMMANDS,
  addrlabel: null,
  maddress: null,
  route: ROUTE_COMMANDS,
  rule: null,
  neighbor: null,
  neighbour: null,
  ntable: null,
  ntbl: null,
  link: LINK_COMMANDS,
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
  netns: NETNS_COMMANDS,
};
