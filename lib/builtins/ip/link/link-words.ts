/**
 * The words about a link that `ip link add` and `ip link set` share.
 * Source: iplink_parse() of iproute2's ip/iplink.c, ip-link(8)
 *
 * @module
 */
import type { LinkSettings } from "../../../netlink/links/link-settings.ts";
import { ipWord } from "../../../values/name/ip-words.ts";
import { type Mac, parseMac } from "../../../values/address/mac.ts";
import { NotOurs, type Words } from "../words.ts";

/** What the words say; what they do not is left out */
export interface LinkWords {
  readonly dev?: string;
  readonly name?: string;
  readonly link?: string;
  readonly index?: number;
  readonly address?: Mac;
  readonly master?: string;
  readonly isFree?: true;
  readonly netns?: string;
  /** What needs nothing looked up */
  readonly settings: Omit<LinkSettings, "name" | "address" | "master" | "netns" | "netnsOf">;
}

/** IFNAMSIZ without the closing NUL, include/uapi/linux/if.h */
const NAME_BYTES = 15;

/** What each word takes behind it, and what it says */
const READ: Readonly<Record<string, (words: Words) => Partial<LinkWords>>> = {
  address: (words) => ({ address: words.value(parseMac) }),
  alias: (words) => ({ settings: { alias: words.value(aliasOf) } }),
  allmulticast: (words) => ({ settings: { allMulticast: onOrOff(words) } }),
  arp: (words) => ({ settings: { arp: onOrOff(words) } }),
  dev: (words) => ({ dev: linkName(words.next()) }),
  down: () => ({ settings: { state: "down" } }),
  dynamic: (words) => ({ settings: { dynamic: onOrOff(words) } }),
  index: (words) => ({ index: words.value((word) => positive(word)) }),
  link: (words) => ({ link: linkName(words.next()) }),
  master: (words) => ({ master: linkName(words.next()) }),
  mtu: (words) => ({ settings: { mtu: words.number() } }),
  multicast: (words) => ({ settings: { multicast: onOrOff(words) } }),
  name: (words) => ({ name: linkName(words.next()) }),
  netns: (words) => ({ netns: networkName(words.next()) }),
  nomaster: () => ({ isFree: true }),
  promisc: (words) => ({ settings: { promiscuous: onOrOff(words) } }),
  qlen: (words) => ({ settings: { queueLength: words.number() } }),
  txqlen: (words) => ({ settings: { queueLength: words.number() } }),
  txqueuelen: (words) => ({ settings: { queueLength: words.number() } }),
  up: () => ({ settings: { state: "up" } }),
};

/** Settings that may come again: the last one counts. Of others `ip` complains, or has an order of its own */
const AGAIN: ReadonlySet<string> = new Set(["state", "arp", "multicast", "promiscuous", "allMulticast", "dynamic"]);

/**
 * Reads words about a link up to `type`, which it takes, or the end.
 *
 * @returns what they say; the words behind `type` are left
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of
 */
export function readLinkWords(words: Words): LinkWords & { readonly hasType: boolean } {
  let said: LinkWords = { settings: {} };
  while (words.has) {
    const word = words.next();
    const known = ipWord(word);
    if (known === "type") return { ...said, hasType: true };
    const read = known === null ? () => ({ dev: linkName(word) }) : READ[known];
    if (read === undefined) throw new NotOurs();
    said = merged(said, read(words));
  }
  return { ...said, hasType: false };
}

function merged(
  { settings, ...said }: LinkWords,
  { settings: furtherSettings, ...further }: Partial<LinkWords>,
): LinkWords {
  const isTwice = Object.keys(further).some((key) => key in said);
  const isSetTwice = Object.keys(furtherSettings ?? {}).some((key) => key in settings && !AGAIN.has(key));
  if (isTwice || isSetTwice) throw new NotOurs();
  const whole = { ...said, ...further, settings: { ...settings, ...furtherSettings } };
  // Of two that name what is not there, `ip` complains of the first
  if (whole.master !== undefined && (whole.isFree !== undefined || whole.netns !== undefined)) throw new NotOurs();
  return whole;
}

/**
 * A link that is to be has one name, said as `dev`, as `name`, or by itself.
 *
 * @throws {NotOurs} when it has two, of which `ip` complains
 */
export function requireOneName({ dev, name }: LinkWords): void {
  if (dev !== undefined && name !== undefined && dev !== name) throw new NotOurs();
}

/**
 * A link's name that the kernel allows and nobody misreads. Others only the real `ip` tells from one another: it has
 * complaints of its own, options, alternative names, and `if3` for the link of number 3.
 *
 * @throws {NotOurs}
 */
export function linkName(word: string): string {
  if (!/^[^\s/:%@-][^\s/:%@]*$/.test(word) || /^(?:\.{1,2}$|if[-+]?\d)/.test(word)) throw new NotOurs();
  if (Buffer.byteLength(word) > NAME_BYTES) throw new NotOurs();
  return word;
}

/** An entry, a path, or a process' id in plain digits: `ip` also takes hexadecimal and octal ones, and signs */
function networkName(word: string): string {
  if (word === "" || (/^\s*[+-]?(?:\d+|0x[\da-f]*)$/i.test(word) && !/^(?:0|[1-9]\d{0,8})$/.test(word)))
    throw new NotOurs();
  return word;
}

function onOrOff(words: Words): "on" | "off" {
  return words.oneOf(["on", "off"]);
}

function positive(word: string): number {
  if (!/^[1-9]\d{0,8}$/.test(word)) throw new NotOurs();
  return Number(word);
}

/** IFALIASZ, include/uapi/linux/if.h */
function aliasOf(word: string): string {
  if (Buffer.byteLength(word) > 255) throw new NotOurs();
  return word;
}
