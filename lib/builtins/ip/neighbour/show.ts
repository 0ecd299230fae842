/**
 * `ip neighbour show`
 * Source: print_neigh() and do_show_or_flush() of iproute2's ip/ipneigh.c
 *
 * @module
 */
import { hostText } from "../../../netlink/addresses/host-text.ts";
import { listNeighbours } from "../../../netlink/neighbours/list-neighbours.ts";
import { NDA, NEIGHBOUR_STATES, type NeighbourMessage } from "../../../netlink/neighbours/neighbour-message.ts";
import { type Deed, told } from "../deed.ts";
import { type JsonObject, jsonLine } from "../json.ts";
import { hardwareAddress } from "../link/hardware.ts";
import { LinkNames } from "../link/link-names.ts";
import { linkName } from "../link/link-words.ts";
import { indexOf } from "../link/resolve.ts";
import { NotOurs, Words } from "../words.ts";

/** What is told of a neighbour */
interface NeighbourView {
  readonly destination: string;
  readonly dev: string | undefined;
  readonly address: string | undefined;
  readonly states: readonly string[];
}

/** ARPHRD_ETHER, whose addresses are written as bytes */
const ETHER = 1;

/** Equivalent to: `ip neighbour show`, `ip neighbour show dev $link` */
export function show(given: readonly string[]): Deed {
  const dev = readDev(new Words(given));
  return ({ socket, form }) => {
    if (form === "brief") throw new NotOurs();
    const link = dev === undefined ? 0 : indexOf(socket, dev);
    const names = new LinkNames(socket);
    const views = listNeighbours(socket, link)
      .filter(isUsual)
      .map((message) => view(message, link === 0 ? names.of(message.link).name : undefined));
    return told(form === "json" ? jsonLine(views.map(neighbourJson)) : views.map(neighbourText).join(""));
  };
}

function readDev(words: Words): string | undefined {
  if (!words.has) return undefined;
  words.oneOf(["dev"]);
  const dev = linkName(words.next());
  if (words.has) throw new NotOurs();
  return dev;
}

/** Groups, and what is not known yet, are not told unless they are asked for */
function isUsual({ state, flags }: NeighbourMessage): boolean {
  // NTF_PROXY, NTF_EXT_LEARNED and so on have words of their own
  if (flags !== 0) throw new NotOurs();
  return (state & ~NEIGHBOUR_STATES.noarp) !== 0;
}

function view({ family, state, attributes }: NeighbourMessage, dev: string | undefined): NeighbourView {
  const destination = attributes.get(NDA.destination);
  const address = attributes.get(NDA.address);
  const host = destination === undefined ? null : hostText(family, destination);
  if (host === null || attributes.has(NDA.protocol) || attributes.has(NDA.extendedFlags)) throw new NotOurs();
  return {
    destination: host,
    dev,
    address: address === undefined ? undefined : hardwareAddress(ETHER, address),
    states: Object.entries(NEIGHBOUR_STATES).flatMap(([name, bit]) =>
      (state & bit) === 0 ? [] : [name.toUpperCase()],
    ),
  };
}

function neighbourJson({ destination, dev, address, states }: NeighbourView): JsonObject {
  return { dst: destination, dev, lladdr: address, state: states };
}

function neighbourText({ destination, dev, address, states }: NeighbourView): string {
  const words = [
    destination,
    ...(dev === undefined ? [] : ["dev", dev]),
    ...(address === undefined ? [] : ["lladdr", address]),
    ...states,
  ];
  return `${words.map((word) => `${word} `).join("")}\n`;
}
