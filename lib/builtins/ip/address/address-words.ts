/**
 * The words behind `ip address add` and `ip address del`.
 * Source: ipaddr_modify() of iproute2's ip/ipaddress.c, ip-address(8)
 *
 * @module
 */
import type { AddressOptions } from "../../../netlink/addresses/add-address.ts";
import { prefixOf } from "../../../values/address/cidr.ts";
import { type Ipv4Cidr, parseIpv4Cidr } from "../../../values/address/ipv4-cidr.ts";
import { type Ipv4, parseIpv4 } from "../../../values/address/ipv4.ts";
import { linkName } from "../link/link-words.ts";
import { entryOf, NotOurs, type Words } from "../words.ts";
import { broadcastAddress } from "../../../values/address/subnet.ts";

/** What the words say of an address, and of the link that has it */
export interface AddressWords extends Omit<AddressOptions, "index"> {
  readonly dev: string;
}

interface Said extends Omit<Partial<AddressWords>, "broadcast"> {
  /** `+` is the last address of the network */
  readonly broadcast?: Ipv4 | "+";
}

const SCOPES = ["global", "site", "link", "host"] as const;

const READ: Readonly<Record<string, (words: Words) => Said>> = {
  brd: (words) => ({ broadcast: words.value(readBroadcast) }),
  broadcast: (words) => ({ broadcast: words.value(readBroadcast) }),
  dev: (words) => ({ dev: linkName(words.next()) }),
  label: (words) => ({ label: linkLabel(words.next()) }),
  local: (words) => ({ address: words.value(readAddress) }),
  scope: (words) => ({ scope: words.oneOf(SCOPES) }),
};

/** What `ip` also reads where an address may stand */
const NOT_OURS =
  /^(?:peer|remote|anycast|metric|priority|preference|home|nodad|mngtmpaddr|noprefixroute|autojoin|[a-z]+_lft|proto)$/;

/**
 * Reads an address and the link that has it, to the end.
 *
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of
 */
export function readAddressWords(words: Words): AddressWords {
  let said: Said = {};
  while (words.has) {
    const more = readOne(words);
    if (Object.keys(more).some((key) => key in said)) throw new NotOurs();
    said = { ...said, ...more };
  }
  const { address, dev, broadcast, label, ...rest } = said;
  if (address === undefined || dev === undefined || (label !== undefined && !label.startsWith(dev)))
    throw new NotOurs();
  return {
    ...rest,
    address,
    dev,
    ...(label !== undefined && { label }),
    ...(broadcast !== undefined && { broadcast: broadcast === "+" ? lastOf(address) : broadcast }),
  };
}

function readOne(words: Words): Said {
  const word = words.next();
  const read = entryOf(READ, word);
  if (read !== undefined) return read(words);
  if (NOT_OURS.test(word)) throw new NotOurs();
  try {
    return { address: readAddress(word) };
  } catch {
    throw new NotOurs();
  }
}

/** An address alone is one with all of its 32 bits */
export function readAddress(word: string): Ipv4Cidr {
  return parseIpv4Cidr(word.includes("/") ? word : `${word}/32`);
}

function readBroadcast(word: string): Ipv4 | "+" {
  return word === "+" ? word : parseIpv4(word);
}

/** A network of one address, or two, has no last one for all: RFC 3021 */
function lastOf(address: Ipv4Cidr): Ipv4 {
  if (prefixOf(address) > 30) throw new NotOurs();
  return broadcastAddress(address);
}

function linkLabel(word: string): string {
  if (!/^[^\s/%@-][^\s/%@]*$/.test(word) || Buffer.byteLength(word) > 15) throw new NotOurs();
  return word;
}
