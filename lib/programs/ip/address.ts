/**
 * `ip address`.
 *
 * Sources: ip-address(8); ipaddr_modify() of iproute2's ip/ipaddress.c
 *
 * @module
 */
import { type EntryTouch, lostAlong } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import { prefixOf } from "../../values/address/cidr.ts";
import { ADDRESS_BITS, familyOf } from "../../values/address/family.ts";
import { readIpCidr } from "../../values/address/ip-notation.ts";
import type { Parsed } from "../parse.ts";
import type { Context, Verb } from "../verb.ts";
import { addedAddress, flushedAddresses, removedAddress } from "./address-after.ts";
import { ADDRESS, ADDRESS_GRAMMAR, FLUSH_GRAMMAR } from "./address-grammar.ts";
import { performAddressAdd, performAddressDelete } from "./perform/address.ts";

/** Effect and sentences of a verb */
interface VerbParts extends Pick<Verb, "perform"> {
  readonly effect: EntryTouch["effect"];
  readonly after: (parsed: Parsed, context: Context) => EntryTouch["after"];
  readonly changes: (address: string, dev: string) => string;
  readonly kernel: (address: string, dev: string) => string;
}

function verb({ effect, after, changes, kernel, ...performer }: VerbParts, grammar = ADDRESS_GRAMMAR): Verb {
  return {
    ...performer,
    grammar,
    touches(parsed, context: Context): readonly Touch[] | string {
      const { dev, local } = parsed.said;
      if (dev === undefined)
        return effect === "may lose" ? "it removes addresses from all links" : "it names no interface";
      const place = { enter: context.enter, netns: null };
      const which = { of: "address", link: dev } as const;
      const words = effect === "may lose" ? [] : nameOf(parsed);
      return [
        // Without an address ip itself complains
        {
          kind: "entry",
          effect: local === undefined ? "may lose" : effect,
          by: "word",
          place,
          which,
          words,
          having: [],
          after: after(parsed, context),
        },
        // With the last address of a network go its routes, and with the last of all, the neighbours
        ...(effect === "makes"
          ? []
          : [lostAlong(place, "route", { name: dev }), lostAlong(place, "neighbour", { name: dev })]),
      ];
    },
    changes: ({ said }) => changes(said["local"] ?? "", said["dev"] ?? ""),
    kernel: ({ said }) => [kernel(said["local"] ?? "", said["dev"] ?? "")],
    missing: ({ said }) => [
      ...(said["local"] === undefined && grammar === ADDRESS_GRAMMAR ? [ADDRESS.address.means] : []),
      ...(said["dev"] === undefined ? ["dev, and the interface"] : []),
    ],
  };
}

/** The words that identify an address */
function nameOf({ said }: Parsed): readonly string[] {
  return [said["local"] ?? "", ...(said["peer"] === undefined ? [] : ["peer", said["peer"]])];
}

function network(address: string): string {
  const cidr = readIpCidr(address);
  const isHost = cidr === null || prefixOf(cidr) === ADDRESS_BITS[familyOf(cidr)];
  return isHost ? "" : ", and adds the route to its network once the interface is up";
}

const CHANGE = verb({
  effect: "may lose",
  after: addedAddress,
  changes: (address, dev) => `changes ${address} on ${dev}`,
  kernel: (address, dev) => `changes the settings of ${address} on ${dev}`,
});

export const ADDRESS_VERBS: Readonly<Record<string, Verb>> = {
  add: verb({
    effect: "makes",
    after: addedAddress,
    changes: (address, dev) => `adds ${address} to ${dev}`,
    kernel: (address, dev) => `accepts packets to ${address} on ${dev}${network(address)}`,
    perform: performAddressAdd,
  }),
  change: CHANGE,
  chg: CHANGE,
  replace: verb({
    effect: "replaces",
    after: addedAddress,
    changes: (address, dev) => `adds ${address} to ${dev}, or changes it there`,
    kernel: (address, dev) => `adds ${address} to ${dev}, or changes its settings there`,
  }),
  delete: verb({
    effect: "removes",
    after: removedAddress,
    changes: (address, dev) => `removes ${address} from ${dev}`,
    kernel: (address, dev) => `removes ${address} from ${dev}, with the routes that came with it`,
    perform: performAddressDelete,
  }),
  flush: verb(
    {
      effect: "may lose",
      after: flushedAddresses,
      changes: (_address, dev) => `removes all addresses from ${dev}`,
      kernel: (_address, dev) => `removes all addresses from ${dev}, with the routes that came with them`,
    },
    FLUSH_GRAMMAR,
  ),
};
