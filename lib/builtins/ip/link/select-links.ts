/**
 * Which links are shown. The kernel does not sift by all that can be asked for.
 * Source: print_linkinfo() of iproute2's ip/ipaddress.c
 *
 * @module
 */
import { findLink } from "../../../netlink/links/find-link.ts";
import { IFF } from "../../../netlink/links/flags.ts";
import { IFLA, INFO, type LinkMessage } from "../../../netlink/links/link-message.ts";
import { type LinkFilter, listLinks } from "../../../netlink/links/list-links.ts";
import { settleIfBehind } from "../../../netlink/links/settle-link.ts";
import { decode, textOf } from "../../../netlink/rtnetlink/attribute.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { Complaint } from "../deed.ts";
import { NotOurs } from "../words.ts";
import type { LinkSelection } from "./selection-words.ts";

/** A link that the kernel told of, and whether it is one of those that were asked for */
export interface SelectedLink {
  readonly message: LinkMessage;
  readonly isWanted: boolean;
}

/**
 * Asks the kernel for the links that are meant. It may tell more, as what it cannot sift.
 *
 * @throws {Complaint} when there is no such device
 */
export function selectLinks(socket: RouteSocket, selection: LinkSelection): SelectedLink[] {
  const { dev, kind } = selection;
  const master = selection.master === undefined ? undefined : masterOf(socket, selection.master);
  const filter = { ...(master !== undefined && { master }), ...(kind !== undefined && { kind }) };
  const told = () => (dev === undefined ? listLinks(socket, filter) : [deviceOf(socket, dev)]);
  return settled(socket, told).map((message) => ({ message, isWanted: isWanted(message, filter, selection) }));
}

/** What is told once no link is behind its cable: by the time that a process has started, as it does for the real `ip`, none is */
function settled(socket: RouteSocket, tell: () => LinkMessage[]): LinkMessage[] {
  const told = tell();
  const behind = told.filter((link) => settleIfBehind(socket, link));
  return behind.length === 0 ? told : tell();
}

function deviceOf(socket: RouteSocket, name: string): LinkMessage {
  const link = findLink(socket, name);
  if (link === null) throw new Complaint(`Device "${name}" does not exist.`);
  return link;
}

function masterOf(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw new NotOurs();
  return link.index;
}

function isWanted({ flags, attributes }: LinkMessage, { master, kind }: LinkFilter, { state }: LinkSelection): boolean {
  if (state === "up" && (flags & IFF.up) === 0) return false;
  if (master !== undefined && attributes.get(IFLA.master)?.readUInt32LE(0) !== master) return false;
  return kind === undefined || kind === kindOf(attributes.get(IFLA.info));
}

function kindOf(info: Buffer | undefined): string | undefined {
  const kind = info === undefined ? undefined : decode(info).get(INFO.kind);
  return kind === undefined ? undefined : textOf(kind);
}
