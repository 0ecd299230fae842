/**
 * `ip netns add`, `attach` and `delete`. `ip` ignores extra words.
 *
 * Sources: ip-netns(8); netns_add() and netns_delete() of iproute2's ip/ipnetns.c
 *
 * @module
 */
import { ON_HOST } from "../../resources/entering.ts";
import type { NetnsTouch } from "../../resources/netns/netns-touch.ts";
import type { Parameter } from "../grammar.ts";
import { needing, operand, several } from "../grammar-parts.ts";
import type { Parsed } from "../parse.ts";
import type { Verb } from "../verb.ts";
import { performNetnsAdd, performNetnsAttach, performNetnsDelete } from "./perform/netns.ts";

export const NETNS_NAME = operand("netns", "its name");
export const PROCESS = operand("pid", "a process ID");
const UNREAD = several("text", "ip does not read it");

/** The parts of a verb that differ */
interface VerbParts extends Pick<Verb, "perform"> {
  readonly effect: NetnsTouch["effect"];
  readonly operands: readonly Parameter[];
  readonly changes: string;
  kernel(name: string, pid: string): string;
}

function verb({ effect, operands, changes, kernel, perform }: VerbParts): Verb {
  return {
    grammar: { operands: [...operands, UNREAD], words: {}, needs: needing(...operands) },
    ...(perform !== undefined && { perform }),
    touches({ said }): readonly NetnsTouch[] {
      const { netns: name = "" } = said;
      // Without a name ip itself says so
      return name === "" ? [] : [{ kind: "netns", effect, by: "word", place: { enter: ON_HOST, netns: null }, name }];
    },
    changes: ({ said }) => `${changes} the network namespace ${nameIn(said)}`,
    kernel: ({ said }) => [kernel(nameIn(said), said["pid"] ?? "")],
    missing: () => [],
  };
}

function nameIn({ netns = "" }: Parsed["said"]): string {
  return netns;
}

export const NETNS_VERBS: Readonly<Record<string, Verb>> = {
  add: verb({
    effect: "makes",
    operands: [NETNS_NAME],
    changes: "makes",
    kernel: (name) => `makes a network with nothing but lo in it, and keeps it mounted at /var/run/netns/${name}`,
    perform: performNetnsAdd,
  }),
  attach: verb({
    effect: "makes",
    operands: [NETNS_NAME, PROCESS],
    changes: "makes",
    kernel: (name, pid) => `keeps the network of process ${pid} mounted at /var/run/netns/${name}`,
    perform: performNetnsAttach,
  }),
  delete: verb({
    effect: "removes",
    operands: [NETNS_NAME],
    changes: "deletes",
    kernel: () => "ends the network, with all interfaces that are not real hardware, once nothing runs in it any more",
    perform: performNetnsDelete,
  }),
};
