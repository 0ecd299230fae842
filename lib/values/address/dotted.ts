/**
 * Four decimal parts with dots: how IPv4 addresses are written, alone and at the end of those of IPv6.
 *
 * @module
 */
import { quoted } from "../quoted.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";

/**
 * Texts that inet_aton(3) and ipaddr.js take for an address, and each for another one: `010` is 8, `10.1` is 10.0.0.1
 */
const RULES: readonly Rule[] = [
  {
    refuses: /(?:^|\.)0x/i,
    reason: () => "its parts are decimal, not hexadecimal",
  },
  {
    refuses: /[^\d.]/,
    reason: () => "it is four decimal numbers with dots, such as 10.1.1.1",
  },
  { refuses: /^\.|\.\.|\.$/, reason: () => "a dot stands between two numbers" },
  {
    refuses: /^(?!(?:\d+\.){3}\d+$)/,
    reason: (text) => `it has four parts, and this has ${text.split(".").length}`,
  },
  {
    refuses: /(?:^|\.)0\d/,
    reason: () => "a leading zero makes a part octal to some programs",
  },
  {
    refuses: /(?:^|\.)(?!(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])(?:\.|$))/,
    reason: (text) => `a part is 255 at most, and this has ${quoted(text.split(".").find(isTooLarge) ?? text)}`,
  },
];

/** Explains why the text is not four decimal parts; `null` when it is */
export function reasonAgainstDotted(text: string): string | null {
  return reasonAgainst(text, RULES);
}

function isTooLarge(part: string): boolean {
  return Number(part) > 255;
}

/** The bytes of a text that {@linkcode reasonAgainstDotted} accepts */
export function ipv4Bytes(text: string): Uint8Array {
  return Uint8Array.from(text.split("."), Number);
}
