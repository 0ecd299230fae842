import { addBridge } from "../../../netlink/links/add-bridge.ts";
import { addLink, type LinkOptions } from "../../../netlink/links/add-link.ts";
import { addMacvlan } from "../../../netlink/links/add-macvlan.ts";
import { addVeth } from "../../../netlink/links/add-veth.ts";
import { addVxlan } from "../../../netlink/links/add-vxlan.ts";
import { findLink } from "../../../netlink/links/find-link.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import type { Parsed } from "../../parse.ts";
import { ownEntry } from "../../parse/own-entry.ts";
import { NotOurs, strictly } from "../../strict.ts";
import { BRIDGE_OPTIONS } from "../bridge-words.ts";
import { KIND, MODE, PEER, TUNNEL } from "../link-kinds.ts";
import { INDEX, LOWER, NEW_LINK, SETTINGS } from "../link-parameters.ts";
import { Complaint } from "../../complaint.ts";
import { noDevice } from "./complaint.ts";
import { indexOf, settingsOf } from "./link-settings.ts";
import type { Performance } from "../../performance.ts";

/** Values that are known only when the link is made */
interface Making {
  readonly socket: RouteSocket;
  readonly opened: DisposableStack;
  readonly link: LinkOptions;
}

/** Parses the words after a kind, given the lower link, and returns a maker of such a link */
type Kind = (inner: Parsed, lower: string | undefined) => (making: Making) => Request;

/** The kinds of links that recipes use */
const MAKERS: Readonly<Record<string, Kind>> = {
  bridge: (inner) => {
    const options = strictly(inner, BRIDGE_OPTIONS);
    return ({ link }) => addBridge(link, options);
  },
  dummy: (inner) => {
    strictly(inner, {});
    return ({ link }) => addLink("dummy", link);
  },
  macvlan: (inner, lower) => {
    const said = strictly(inner, { mode: MODE });
    if (lower === undefined) throw new NotOurs();
    return ({ socket, link }) => addMacvlan({ ...link, ...said, parent: indexOf(socket, lower) });
  },
  veth: (inner) => {
    strictly(inner, { peer: ["peer"] });
    // Without a word about the peer, the kernel makes it just like the link itself
    if (inner.inner === null) return ({ link }) => addLink("veth", link);
    const peer = strictly(inner.inner, PEER);
    return ({ socket, opened, link }) => addVeth(link, settingsOf(socket, opened, peer));
  },
  vxlan: (inner) => {
    const { id, port, dev, ...ends } = strictly(inner, TUNNEL);
    // Without a port, ip warns that Linux has a default of its own
    if (id === undefined || port === undefined) throw new NotOurs();
    return ({ socket, link }) => {
      const through = dev === undefined ? {} : { parent: tunnelledThrough(socket, dev) };
      return addVxlan({ ...link, ...ends, id, port, ...through });
    };
  },
};

const ADD = { ...SETTINGS, name: NEW_LINK, index: INDEX, lower: LOWER, kind: KIND };

/** Equivalent to: `ip link add $words` */
export function performLinkAdd(parsed: Parsed): Performance {
  const { kind, lower, ...said } = strictly(parsed, ADD);
  const maker = ownEntry(MAKERS, kind);
  // Few kinds use a lower link; for the others the kernel decides what it means
  const isOdd = lower !== undefined && kind !== "macvlan";
  if (maker === undefined || parsed.inner === null || isOdd) throw new NotOurs();
  const make = maker(parsed.inner, lower);
  return (socket) => {
    using opened = new DisposableStack();
    const link = settingsOf(socket, opened, said);
    socket.run(make({ socket, opened, link }));
  };
}

/** Finds the link that a tunnel sends through; an error ends `ip` at once, in vxlan_parse_opt(), unlike elsewhere */
function tunnelledThrough(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw new Complaint(noDevice(name).message, 255);
  return link.index;
}
