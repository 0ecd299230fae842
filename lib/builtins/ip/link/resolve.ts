/**
 * From words about links to what the kernel is told: numbers instead of names, descriptors instead of namespaces.
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import type { LinkOptions } from "../../../netlink/links/add-link.ts";
import { findLink } from "../../../netlink/links/find-link.ts";
import type { LinkSettings } from "../../../netlink/links/link-settings.ts";
import { entryFile } from "../../../netlink/netns/folder.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { macBytes } from "../../../values/address/mac.ts";
import { noDevice, wrongArgument } from "../deed.ts";
import type { LinkWords } from "./link-words.ts";

/** The number of a link */
export function indexOf(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw noDevice(name);
  return link.index;
}

/** A network namespace as `netns` names it: an entry, or else a process' */
type Network = Pick<LinkSettings, "netns" | "netnsOf">;

/**
 * Opens the network namespace that a word names: the entry of that name, or, where there is none, of the process with that id.
 *
 * @throws {Complaint} when it is neither
 */
export function openNetwork(opened: DisposableStack, word: string): Network {
  try {
    const path = word.includes("/") ? word : entryFile(word);
    return { netns: opened.adopt(openSync(path, "r"), closeSync) };
  } catch {
    if (!/^\d+$/.test(word)) throw wrongArgument(word, 'Invalid "netns" value');
    return { netnsOf: Number(word) };
  }
}

/** What the words say of a link, in numbers and descriptors, which stay open as long as the stack does */
export function settingsOf(socket: RouteSocket, opened: DisposableStack, words: LinkWords): LinkSettings {
  const { address, master, isFree, netns, settings } = words;
  return {
    ...settings,
    ...(address !== undefined && { address: macBytes(address) }),
    ...(master !== undefined && { master: masterOf(socket, master) }),
    ...(isFree !== undefined && { master: 0 }),
    ...(netns !== undefined && openNetwork(opened, netns)),
  };
}

/** What a link that is to be is made with */
export function newLink(socket: RouteSocket, opened: DisposableStack, words: LinkWords): LinkOptions {
  const { dev, name = dev, index } = words;
  return {
    ...settingsOf(socket, opened, words),
    ...(name !== undefined && { name }),
    ...(index !== undefined && { index }),
  };
}

function masterOf(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw wrongArgument(name, "Device does not exist");
  return link.index;
}
