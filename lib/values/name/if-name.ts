import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { ipWord } from "./ip-words.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { ValueType } from "../value-type.ts";

/** The name of a network interface: 1 to 15 bytes of visible ASCII */
export type IfName = Brand<string, "IfName">;

const KIND = "an interface name";

/**
 * Rules of the kernel: dev_valid_name and dev_alloc_name, net/core/dev.c; sysctl_dev_name_is_allowed, include/net/ip.h.
 * LENGTH must stay below IFNAMSIZ of include/uapi/linux/if.h, which is 16 with the closing NUL.
 */
const KERNEL: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  {
    refuses: /^\.{1,2}$/,
    reason: () => "in /sys/class/net it would be a directory's own name",
  },
  { refuses: /\//, reason: () => "the kernel allows no slash" },
  { refuses: /:/, reason: () => "the kernel allows no colon" },
  { refuses: /\s/, reason: () => "the kernel allows no blank" },
  {
    refuses: /^(?:all|default)$/,
    reason: () => "/proc/sys/net/ipv4/conf has a directory of that name for all interfaces",
  },
  {
    refuses: /%/,
    reason: () => "the kernel would put a number in place of %d",
  },
];

/** Rules of our own: names that the kernel allows, and that a program or a person would take for something else */
const OURS: readonly Rule[] = [
  {
    refuses: /^-/,
    reason: () => "a name that begins with a hyphen looks like an option",
  },
  { refuses: /@/, reason: () => "ip prints @ between a name and its peer's" },
  {
    refuses: /[^!-~]/,
    reason: () => "it has a character that is not visible ASCII",
  },
];

/** The length limit; it is checked after the rule that allows only ASCII, so a character is a byte */
const LENGTH: Rule = {
  refuses: /.{16}/,
  reason: ({ length }) => `${length} characters, and the kernel allows 15`,
};

/**
 * Makes an interface name that the kernel allows, and that `ip` never takes for one of its own words.
 *
 * @throws {BadValue} when the kernel would refuse it, or a program would misread it
 *
 * @example
 * ```ts
 * import { parseIfName } from "./if-name.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseIfName("docker0")).toBe("docker0");
 * expect(() => parseIfName("veth-to-the-database")).toThrow(RangeError);
 * ```
 */
export function parseIfName(text: string): IfName {
  const reason = reasonAgainst(text, [...KERNEL, ...OURS, LENGTH]);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });

  const word = ipWord(text);
  if (word !== null) {
    const misread = word === text ? "ip has it as a word of its own" : `ip reads it as its own word "${word}"`;
    throw new BadValue({
      value: text,
      kind: KIND,
      reason: misread,
      tryThis: text.toUpperCase(),
    });
  }
  return text as IfName;
}

/** The type of an option that takes an interface name */
export const ifName: ValueType<IfName> = {
  kind: KIND,
  placeholder: "NAME",
  parse: parseIfName,
};
