import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";

/** The name of an entry in `/var/run/netns`, which `ip netns` takes */
export type NetnsName = Brand<string, "NetnsName">;

const KIND = "the name of a network namespace";

/**
 * Rules of iproute2 and of our own: invalid_name() of ip/ipnetns.c refuses a slash, `.` and `..`; NAME_MAX is 255; the
 * others are ours
 */
const RULES: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  { refuses: /^\.{1,2}$/, reason: () => "in /var/run/netns it would be a directory's own name" },
  { refuses: /\//, reason: () => "ip allows no slash" },
  { refuses: /^-/, reason: () => "a name that begins with a hyphen looks like an option" },
  { refuses: /^\d+$/, reason: () => "a number alone is taken for a process id, or one for it" },
  { refuses: /[^!-~]/, reason: () => "it has a character that is not visible ASCII" },
  { refuses: /.{256}/, reason: ({ length }) => `${length} characters, and a file's name has 255 at most` },
];

/**
 * Makes the name of a network namespace.
 *
 * @throws {BadValue} when `ip netns` would refuse or misread it
 *
 * @example
 * ```ts
 * import { parseNetnsName } from "./netns-name.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseNetnsName("c1")).toBe("c1");
 * expect(() => parseNetnsName("2778")).toThrow(RangeError);
 * ```
 */
export function parseNetnsName(text: string): NetnsName {
  const reason = reasonAgainst(text, RULES);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  return text as NetnsName;
}
