/**
 * The ways in which `ip` writes what an attribute carries.
 * Source: lib/json_print.c and lib/utils.c of iproute2
 *
 * @module
 */
import { Digits } from "../../json.ts";
import { hexadecimal } from "../../hexadecimal.ts";
import { plainText } from "../../plain-text.ts";
import { NotOurs } from "../../words.ts";
import type { Tell } from "./telling.ts";

export const u8: Tell = (value) => value.readUInt8(0);
export const u16: Tell = (value) => value.readUInt16LE(0);
export const u32: Tell = (value) => value.readUInt32LE(0);

/** Larger ones than a number of JavaScript holds are settings too */
export const u64: Tell = (value) => new Digits(String(value.readBigUInt64LE(0)));

/** A port, in network order */
export const port16: Tell = (value) => value.readUInt16BE(0);

/** A byte that says yes or no */
export const yesOrNo: Tell = (value) => value.readUInt8(0) !== 0;

/** A byte that is told when it says yes */
export const yes: Tell = (value) => (value.readUInt8(0) === 0 ? undefined : true);

/** What says something by being there */
export const present: Tell = () => true;

export const text: Tell = (value) => plainText(value);

/** Sixteen bits in hexadecimal digits */
export const hex16: Tell = (value) => hexadecimal(value.readUInt16LE(0));

/** Bytes in hexadecimal digits; `ip` cuts off what it has no room for */
export const hexBytes: Tell = (value) => {
  if (value.byteLength > 31) throw new NotOurs();
  return value.toString("hex");
};

/** An address of Ethernet */
export const ethernet: Tell = (value) => Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join(":");

/** A bridge's priority and address, whose bytes ether_ntoa(3) writes without leading zeroes: `8000.2:0:0:0:0:a` */
export const bridgeId: Tell = (value) => {
  const address = Array.from(value.subarray(2), (byte) => byte.toString(16));
  return `${value.toString("hex", 0, 2)}.${address.join(":")}`;
};

/** The time until a timer rings, in seconds, of hundredths of them: USER_HZ, time(7) */
export const timer: Tell = (value) => {
  const ticks = value.readBigUInt64LE(0);
  return new Digits(`${ticks / 100n}.${String(ticks % 100n).padStart(2, "0")}`);
};

/** The name of another link, by its number */
export const linkName: Tell = (value, { names }) => names.of(value.readUInt32LE(0)).name;

/** A number's name of a few */
export function oneOf(choices: Readonly<Record<number, string>>, read: (value: Buffer) => number): Tell {
  return (value) => {
    const choice = choices[read(value)];
    if (choice === undefined) throw new NotOurs();
    return choice;
  };
}
