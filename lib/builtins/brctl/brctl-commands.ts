/**
 * Commands of brctl, including those that are not builtin. Source: bridge-utils 1.7, the table at the end
 * of brctl/brctl_cmd.c.
 *
 * @module
 */

/** A command, in the words of the usage */
export interface Command {
  readonly name: string;
  /** The words of the usage; those in brackets are optional, and additional ones are ignored */
  readonly operands: readonly string[];
  readonly help: string;
  /** The line that does the same, of one that is the real brctl's; `null` of one that is done here */
  readonly instead: string | null;
}

/** The commands in the usage's order */
export const COMMANDS: readonly Command[] = [
  {
    name: "addbr",
    operands: ["<bridge>"],
    help: "add bridge",
    instead: null,
  },
  {
    name: "delbr",
    operands: ["<bridge>"],
    help: "delete bridge",
    instead: null,
  },
  {
    name: "addif",
    operands: ["<bridge>", "<device>"],
    help: "add interface to bridge",
    instead: null,
  },
  {
    name: "delif",
    operands: ["<bridge>", "<device>"],
    help: "delete interface from bridge",
    instead: null,
  },
  {
    name: "hairpin",
    operands: ["<bridge>", "<port>", "{on|off}"],
    help: "turn hairpin on/off",
    instead: "bridge link set dev PORT hairpin on",
  },
  {
    name: "setageing",
    operands: ["<bridge>", "<time>"],
    help: "set ageing time",
    instead: "ip link set dev BRIDGE type bridge ageing_time CENTISECONDS",
  },
  {
    name: "setbridgeprio",
    operands: ["<bridge>", "<prio>"],
    help: "set bridge priority",
    instead: "ip link set dev BRIDGE type bridge priority PRIORITY",
  },
  {
    name: "setfd",
    operands: ["<bridge>", "<time>"],
    help: "set bridge forward delay",
    instead: "ip link set dev BRIDGE type bridge forward_delay CENTISECONDS",
  },
  {
    name: "sethello",
    operands: ["<bridge>", "<time>"],
    help: "set hello time",
    instead: "ip link set dev BRIDGE type bridge hello_time CENTISECONDS",
  },
  {
    name: "setmaxage",
    operands: ["<bridge>", "<time>"],
    help: "set max message age",
    instead: "ip link set dev BRIDGE type bridge max_age CENTISECONDS",
  },
  {
    name: "setpathcost",
    operands: ["<bridge>", "<port>", "<cost>"],
    help: "set path cost",
    instead: "bridge link set dev PORT cost COST",
  },
  {
    name: "setportprio",
    operands: ["<bridge>", "<port>", "<prio>"],
    help: "set port priority",
    instead: "bridge link set dev PORT priority PRIORITY",
  },
  {
    name: "show",
    operands: ["[ <bridge> ]"],
    help: "show a list of bridges",
    instead: null,
  },
  {
    name: "showmacs",
    operands: ["<bridge>"],
    help: "show a list of mac addrs",
    instead: "bridge fdb show br BRIDGE",
  },
  {
    name: "showstp",
    operands: ["<bridge>"],
    help: "show bridge stp info",
    instead: "ip -details link show dev BRIDGE",
  },
  {
    name: "stp",
    operands: ["<bridge>", "{on|off}"],
    help: "turn stp on/off",
    instead: null,
  },
];
