/**
 * What each kind of link has behind its `type`.
 *
 * @module
 */
import { addBridge } from "../../../netlink/links/add-bridge.ts";
import { addLink, type LinkOptions } from "../../../netlink/links/add-link.ts";
import { addMacvlan, MACVLAN_MODES, type MacvlanMode } from "../../../netlink/links/add-macvlan.ts";
import { addVeth } from "../../../netlink/links/add-veth.ts";
import { findLink } from "../../../netlink/links/find-link.ts";
import { addVxlan, type VxlanOptions } from "../../../netlink/links/add-vxlan.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { type Ipv4, parseIpv4 } from "../../../values/address/ipv4.ts";
import { Complaint, noDevice } from "../deed.ts";
import { NotOurs, type Words } from "../words.ts";
import { readBridgeWords } from "./bridge-words.ts";
import { type LinkWords, linkName, readLinkWords, requireOneName } from "./link-words.ts";
import { indexOf, newLink } from "./resolve.ts";

/** What is known only when it is made */
interface Making {
  readonly socket: RouteSocket;
  readonly opened: DisposableStack;
  readonly options: LinkOptions;
}

/** Reads what is behind the kind's name; how such a link is made */
type ReadKind = (words: Words, said: LinkWords) => (making: Making) => Request;

/** The kinds that recipes use, by name */
export const KINDS: Readonly<Record<string, ReadKind>> = {
  bridge: (words, said) => {
    forbidParent(said);
    const settings = readBridgeWords(words);
    return ({ options }) => addBridge({ ...options, ...settings });
  },
  dummy: (_words, said) => {
    forbidParent(said);
    return ({ options }) => addLink("dummy", options);
  },
  macvlan: (words, { link }) => {
    if (link === undefined) throw new NotOurs();
    const mode = words.has ? readMode(words) : undefined;
    return ({ socket, options }) =>
      addMacvlan({ ...options, parent: indexOf(socket, link), ...(mode !== undefined && { mode }) });
  },
  veth: (words, said) => {
    forbidParent(said);
    // Without a word about it, the kernel makes the peer as the link itself
    if (!words.has) return ({ options }) => addLink("veth", options);
    const peer = readPeer(words);
    return ({ socket, opened, options }) => addVeth(options, newLink(socket, opened, peer));
  },
  vxlan: (words, said) => {
    forbidParent(said);
    const { dev, ...tunnel } = readTunnel(words);
    return ({ socket, options }) =>
      addVxlan({ ...options, ...tunnel, ...(dev !== undefined && { parent: tunnelledThrough(socket, dev) }) });
  },
};

/** `link NAME` before the type means something to few kinds; what it is to others, the kernel decides */
function forbidParent({ link }: LinkWords): void {
  if (link !== undefined) throw new NotOurs();
}

function readPeer(words: Words): LinkWords {
  words.oneOf(["peer"]);
  const { hasType, ...peer } = readLinkWords(words);
  requireOneName(peer);
  if (hasType || peer.link !== undefined) throw new NotOurs();
  return peer;
}

function readMode(words: Words): MacvlanMode {
  words.oneOf(["mode"]);
  return words.oneOf(Object.keys(MACVLAN_MODES) as MacvlanMode[]);
}

/** The words of a tunnel that point-to-point ones need; `ip` has twenty more */
type Tunnel = Pick<VxlanOptions, "id" | "remote" | "local" | "port"> & { readonly dev?: string };

function readTunnel(words: Words): Tunnel {
  let said: Partial<Tunnel> = {};
  while (words.has) {
    const more = words.entryOf(TUNNEL_WORDS)(words);
    if (Object.keys(more).some((key) => key in said)) throw new NotOurs();
    said = { ...said, ...more };
  }
  const { id, ...rest } = said;
  // Without a port, `ip` warns that Linux has one of its own
  if (id === undefined || rest.port === undefined) throw new NotOurs();
  return { id, ...rest };
}

const TUNNEL_WORDS: Readonly<Record<string, (words: Words) => Partial<Tunnel>>> = {
  dev: (words) => ({ dev: linkName(words.next()) }),
  dstport: (words) => ({ port: words.below(1 << 16) }),
  id: (words) => ({ id: words.below(1 << 24) }),
  local: (words) => ({ local: words.value(unicastOf) }),
  remote: (words) => ({ remote: words.value(unicastOf) }),
};

/** As everywhere, but for how `ip` ends: vxlan_parse_opt() exits there and then */
function tunnelledThrough(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw new Complaint(noDevice(name).message, 255);
  return link.index;
}

/** Of a multicast group's address, or none, `ip` complains here */
function unicastOf(word: string): Ipv4 {
  if (/^(?:0\.0\.0\.0$|22[4-9]\.|23\d\.)/.test(word)) throw new NotOurs();
  return parseIpv4(word);
}
