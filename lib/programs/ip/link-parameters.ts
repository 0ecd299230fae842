/**
 * Settings of a link, each with its type.
 *
 * Source: iplink_parse() of iproute2's ip/iplink.c
 *
 * @module
 */
import { macBytes, parseMac } from "../../values/address/mac.ts";
import type { TypedParameter } from "../strict.ts";
import { alias, integer, interfaceName, networkNamespace, oneOf, positive } from "./types.ts";

export const LINK_NAME = { name: "link", means: "the interface", reads: interfaceName } as const;

/** Makes a parameter that is on or off */
export function onOff(name: string): TypedParameter<"on" | "off"> {
  return { name, means: "on or off", reads: oneOf(["on", "off"]) };
}

/** Settings of a link of any kind, by the names of rtnetlink's fields */
export const SETTINGS = {
  state: ["up", "down"],
  netns: {
    name: "netns",
    means: "the namespace: a name in /var/run/netns, or a process ID",
    reads: networkNamespace,
  },
  mtu: { name: "mtu", means: "bytes", reads: integer },
  arp: onOff("arp"),
  multicast: onOff("multicast"),
  allMulticast: onOff("allmulticast"),
  promiscuous: onOff("promisc"),
  address: { name: "address", means: "six bytes, in hexadecimal", reads: (text: string) => macBytes(parseMac(text)) },
  alias: { name: "alias", means: "the text", reads: alias },
  dynamic: onOff("dynamic"),
  master: { name: "master", means: "the bridge", reads: interfaceName },
  isFree: ["nomaster"],
  queueLength: { name: "txqueuelen", means: "packets", reads: integer },
} as const;

export const NEW_LINK = { name: "link", means: "the new interface", reads: interfaceName } as const;
export const NEW_NAME = {
  name: "newName",
  means: "the new name, 15 characters at most",
  reads: interfaceName,
} as const;
export const INDEX = { name: "index", means: "that number", reads: positive } as const;
export const LOWER = { name: "lower", means: "that interface", reads: interfaceName } as const;
