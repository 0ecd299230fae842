/**
 * Types of words, as `ip` reads them when they are plain. Of others only the real one knows what to make: numbers may be octal or
 * hexadecimal, and `if3` is the interface of number 3.
 *
 * @module
 */
import { type Ipv4Cidr, parseIpv4Cidr } from "../../values/address/ipv4-cidr.ts";

/** IFNAMSIZ without the closing NUL, include/uapi/linux/if.h */
const NAME_BYTES = 15;

/** IFALIASZ, include/uapi/linux/if.h */
const ALIAS_BYTES = 255;

/** Reads a name that the kernel allows and nobody takes for something else */
export function interfaceName(text: string): string {
  const isPlain = /^[^\s/:%@-][^\s/:%@]*$/.test(text) && !/^(?:\.{1,2}$|if[-+]?\d)/.test(text);
  return when(isPlain && Buffer.byteLength(text) <= NAME_BYTES, text);
}

/** Reads a label of an address, which its interface's name begins */
export function label(text: string): string {
  return when(/^[^\s/%@-][^\s/%@]*$/.test(text) && Buffer.byteLength(text) <= NAME_BYTES, text);
}

/** Reads a text about an interface */
export function alias(text: string): string {
  return when(Buffer.byteLength(text) <= ALIAS_BYTES, text);
}

/** Reads an entry of `/var/run/netns`, a path, or the ID of a process */
export function networkNamespace(text: string): string {
  const isNumber = /^\s*[+-]?(?:\d+|0x[\da-f]*)$/i.test(text);
  return when(text !== "" && (!isNumber || /^(?:0|[1-9]\d{0,8})$/.test(text)), text);
}

/** Makes the type of whole numbers below a limit, in decimal digits */
export function below(limit: number): (text: string) => number {
  return (text) => when(/^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) < limit, Number(text));
}

/** Reads a whole number of 32 bits */
export const unsigned = below(2 ** 32);

/** Reads a whole number of 32 bits, one of which is its sign */
export const integer = below(2 ** 31);

/** Reads a whole number from 1 on */
export function positive(text: string): number {
  return when(/^[1-9]\d{0,8}$/.test(text), Number(text));
}

/** Makes the type of a few words */
export function oneOf<Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  return (text) => {
    const choice = choices.find((one) => one === text);
    if (choice === undefined) throw notPlain(text);
    return choice;
  };
}

/** Reads nothing: of a word that wirework knows and leaves to the real `ip` */
export function unread(text: string): never {
  throw notPlain(text);
}

/** Reads how far something is known */
export const scope = oneOf(["global", "site", "link", "host"]);

/** Reads an address and how many of its bits are the network's; one alone has all of its 32 */
export function address(text: string): Ipv4Cidr {
  return parseIpv4Cidr(text.includes("/") ? text : `${text}/32`);
}

/** @throws {RangeError} unless it is of the type */
function when<Value>(isOfType: boolean, value: Value): Value {
  if (!isOfType) throw notPlain(String(value));
  return value;
}

function notPlain(text: string): RangeError {
  return new RangeError(`Cannot read "${text}": it is not of the type`);
}
