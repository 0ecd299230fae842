import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { ValueType } from "../value-type.ts";

/** A host name: labels of letters, digits and hyphens, joined by dots, 64 characters at most */
export type Hostname = Brand<string, "Hostname">;

const KIND = "a host name";

/** RFC 1123 2.1 on top of RFC 952, RFC 1035 2.3.4 for labels, sethostname(2) for the whole */
const RULES: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  {
    refuses: /[^a-z\d.-]/i,
    reason: () => "it has letters, digits, hyphens and dots only",
  },
  {
    refuses: /.{65}/,
    reason: ({ length }) => `${length} characters, and the kernel allows 64`,
  },
  {
    refuses: /[^.]{64}/,
    reason: () => "63 characters is the most between two dots",
  },
  { refuses: /^\.|\.\.|\.$/, reason: () => "a dot stands between two labels" },
  {
    refuses: /(?:^|\.)-|-(?:\.|$)/,
    reason: () => "a label begins and ends with a letter or a digit",
  },
  {
    refuses: /^\d+(?:\.\d+){3}$/,
    reason: () => "every program would read it as an address",
  },
];

/**
 * Makes a host name.
 *
 * @throws {BadValue} when RFC 1123 or the kernel does not allow it as a host name
 *
 * @example
 * ```ts
 * import { parseHostname } from "./hostname.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseHostname("63f36fc01b5f")).toBe("63f36fc01b5f");
 * ```
 */
export function parseHostname(text: string): Hostname {
  const reason = reasonAgainst(text, RULES);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  return text as Hostname;
}

/** The type of an option that takes a host name */
export const hostname: ValueType<Hostname> = {
  kind: KIND,
  placeholder: "HOSTNAME",
  parse: parseHostname,
};
