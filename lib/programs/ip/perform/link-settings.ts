/**
 * Converts words about links to rtnetlink's values: numbers for names, descriptors for namespaces.
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import type { LinkOptions } from "../../../netlink/links/add-link.ts";
import { findLink } from "../../../netlink/links/find-link.ts";
import type { LinkSettings } from "../../../netlink/links/link-settings.ts";
import { entryFile } from "../../../netlink/netns/netns-folder.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { NotOurs, type Values } from "../../strict.ts";
import type { SETTINGS } from "../link-parameters.ts";
import { noDevice, wrongArgument } from "./complaint.ts";

/** Words about a link, or about a new one */
type Said = Values<typeof SETTINGS> & Pick<LinkOptions, "name" | "index">;

/** Finds the index of a link */
export function indexOf(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw noDevice(name);
  return link.index;
}

/** Converts words to settings; descriptors in them stay open as long as the stack does */
export function settingsOf(socket: RouteSocket, opened: DisposableStack, said: Said): LinkOptions {
  const { master, isFree, netns, ...settings } = said;
  // When both name something that is missing, ip complains about the first
  if (master !== undefined && (isFree !== undefined || netns !== undefined)) throw new NotOurs();
  return {
    ...settings,
    ...(master !== undefined && { master: masterOf(socket, master) }),
    ...(isFree !== undefined && { master: 0 }),
    ...(netns !== undefined && openNetwork(opened, netns)),
  };
}

function masterOf(socket: RouteSocket, name: string): number {
  const link = findLink(socket, name);
  if (link === null) throw wrongArgument(name, "Device does not exist");
  return link.index;
}

/** Opens the entry of that name, or else the network namespace of the process with that ID */
function openNetwork(opened: DisposableStack, word: string): Pick<LinkSettings, "netns" | "netnsOf"> {
  try {
    const path = word.includes("/") ? word : entryFile(word);
    return { netns: opened.adopt(openSync(path, "r"), closeSync) };
  } catch {
    if (!/^\d+$/.test(word)) throw wrongArgument(word, 'Invalid "netns" value');
    return { netnsOf: Number(word) };
  }
}
