/**
 * Types of words in the plain spelling. Other spellings are left to the real `ip`: numbers may be octal or hexadecimal,
 * and `if3` is the interface with index 3.
 *
 * @module
 */
import { type Ipv4Cidr, parseIpv4Cidr } from "../../values/address/ipv4-cidr.ts";

/** IFNAMSIZ without the closing NUL, include/uapi/linux/if.h */
const NAME_BYTES = 15;

/** IFALIASZ, include/uapi/linux/if.h */
const ALIAS_BYTES = 255;

/** Parses a name that the kernel allows and nobody takes for something else */
export function interfaceName(text: string): string {
  const isPlain = /^[^\s/:%@-][^\s/:%@]*$/.test(text) && !/^(?:\.{1,2}$|if[-+]?\d)/.test(text);
  return when(isPlain && Buffer.byteLength(text) <= NAME_BYTES, text);
}

/** Parses a label of an address, which begins with the interface's name */
export function label(text: string): string {
  return when(/^[^\s/%@-][^\s/%@]*$/.test(text) && Buffer.byteLength(text) <= NAME_BYTES, text);
}

/** Parses an alias of an interface */
export function alias(text: string): string {
  return when(Buffer.byteLength(text) <= ALIAS_BYTES, text);
}

/** Parses an entry of `/var/run/netns`, a path, or the ID of a process */
export function networkNamespace(text: string): string {
  const isNumber = /^\s*[+-]?(?:\d+|0x[\da-f]*)$/i.test(text);
  return when(text !== "" && (!isNumber || /^(?:0|[1-9]\d{0,8})$/.test(text)), text);
}

/** Makes a parser of whole decimal numbers below a limit */
export function below(limit: number): (text: string) => number {
  return (text) => when(/^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) < limit, Number(text));
}

/** Parses a whole number of 32 bits */
export const unsigned = below(2 ** 32);

/** Parses a whole number of 32 bits, one of which is its sign */
export const integer = below(2 ** 31);

/** Parses a whole number from 1 on */
export function positive(text: string): number {
  return when(/^[1-9]\d{0,8}$/.test(text), Number(text));
}

/** Makes a parser of one of a few words */
export function oneOf<Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  return (text) => {
    const choice = choices.find((one) => one === text);
    if (choice === undefined) throw notPlain(text);
    return choice;
  };
}

/** Leaves a word to the real `ip`: wirework knows it, and has no type for it */
export function unread(text: string): never {
  throw notPlain(text);
}

/** Parses the scope of an address or a route */
export const scope = oneOf(["global", "site", "link", "host"]);

/** Parses an address with its prefix; without one the prefix is /32 */
export function address(text: string): Ipv4Cidr {
  return parseIpv4Cidr(text.includes("/") ? text : `${text}/32`);
}

/** @throws {RangeError} unless the value is of the type */
function when<Value>(isOfType: boolean, value: Value): Value {
  if (!isOfType) throw notPlain(String(value));
  return value;
}

function notPlain(text: string): RangeError {
  return new RangeError(`Cannot read "${text}": it is not of the type`);
}
