/**
 * All commands of brctl, including those that are not builtin. Source: bridge-utils 1.7, the table at the end
 * of brctl/brctl_cmd.c.
 *
 * @module
 */
import type { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import { print, type Streams } from "../builtin.ts";
import { apply, type Change } from "./change.ts";
import { addbr, delbr, stp } from "./bridge-changes.ts";
import { addif, delif } from "./port-changes.ts";
import { show } from "./show.ts";

/** Runs a command in a socket's network namespace, and returns an exit status */
type Run = (socket: RouteSocket, operands: readonly string[], streams: Streams) => number;

/** A command, or an alternative to it */
export interface Command {
  readonly name: string;
  /** As in the usage; those in brackets are optional, and additional ones are ignored */
  readonly operands: readonly string[];
  readonly help: string;
  readonly action: { readonly run: Run } | { readonly instead: string };
}

/** In the usage's order */
export const COMMANDS: readonly Command[] = [
  {
    name: "addbr",
    operands: ["<bridge>"],
    help: "add bridge",
    action: { run: changes(addbr) },
  },
  {
    name: "delbr",
    operands: ["<bridge>"],
    help: "delete bridge",
    action: { run: changes(delbr) },
  },
  {
    name: "addif",
    operands: ["<bridge>", "<device>"],
    help: "add interface to bridge",
    action: { run: changes(addif) },
  },
  {
    name: "delif",
    operands: ["<bridge>", "<device>"],
    help: "delete interface from bridge",
    action: { run: changes(delif) },
  },
  {
    name: "hairpin",
    operands: ["<bridge>", "<port>", "{on|off}"],
    help: "turn hairpin on/off",
    action: { instead: "bridge link set dev PORT hairpin on" },
  },
  {
    name: "setageing",
    operands: ["<bridge>", "<time>"],
    help: "set ageing time",
    action: {
      instead: "ip link set dev BRIDGE type bridge ageing_time CENTISECONDS",
    },
  },
  {
    name: "setbridgeprio",
    operands: ["<bridge>", "<prio>"],
    help: "set bridge priority",
    action: { instead: "ip link set dev BRIDGE type bridge priority PRIORITY" },
  },
  {
    name: "setfd",
    operands: ["<bridge>", "<time>"],
    help: "set bridge forward delay",
    action: {
      instead: "ip link set dev BRIDGE type bridge forward_delay CENTISECONDS",
    },
  },
  {
    name: "sethello",
    operands: ["<bridge>", "<time>"],
    help: "set hello time",
    action: {
      instead: "ip link set dev BRIDGE type bridge hello_time CENTISECONDS",
    },
  },
  {
    name: "setmaxage",
    operands: ["<bridge>", "<time>"],
    help: "set max message age",
    action: {
      instead: "ip link set dev BRIDGE type bridge max_age CENTISECONDS",
    },
  },
  {
    name: "setpathcost",
    operands: ["<bridge>", "<port>", "<cost>"],
    help: "set path cost",
    action: { instead: "bridge link set dev PORT cost COST" },
  },
  {
    name: "setportprio",
    operands: ["<bridge>", "<port>", "<prio>"],
    help: "set port priority",
    action: { instead: "bridge link set dev PORT priority PRIORITY" },
  },
  {
    name: "show",
    operands: ["[ <bridge> ]"],
    help: "show a list of bridges",
    action: { run: show },
  },
  {
    name: "showmacs",
    operands: ["<bridge>"],
    help: "show a list of mac addrs",
    action: { instead: "bridge fdb show br BRIDGE" },
  },
  {
    name: "showstp",
    operands: ["<bridge>"],
    help: "show bridge stp info",
    action: { instead: "ip -details link show dev BRIDGE" },
  },
  {
    name: "stp",
    operands: ["<bridge>", "{on|off}"],
    help: "turn stp on/off",
    action: { run: changes(stp) },
  },
];

function changes<Target>(change: Change<Target>): Run {
  return (socket, operands, { errors }) => {
    const complaint = apply(change, socket, operands);
    if (complaint !== null) print(errors, complaint);
    return complaint === null ? 0 : 1;
  };
}
