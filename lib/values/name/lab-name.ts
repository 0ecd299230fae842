import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { ValueType } from "../value-type.ts";

/** The name of a lab: 1 to 63 letters, digits, dots, underscores and hyphens */
export type LabName = Brand<string, "LabName">;

const KIND = "a lab's name";

/** Rules for a folder's name that is also a word of a command line, and stands before the colon of `LAB:CONTAINER` */
const RULES: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  { refuses: /^-/, reason: () => "a name that begins with a hyphen looks like an option" },
  { refuses: /^\./, reason: () => "a name that begins with a dot is that of a hidden folder" },
  { refuses: /\//, reason: () => "it is a folder's name, and has no slash" },
  { refuses: /:/, reason: () => "in LAB:CONTAINER the colon ends it" },
  { refuses: /[^A-Za-z0-9._-]/, reason: () => "only letters, digits, dots, underscores and hyphens are allowed" },
  { refuses: /.{64}/, reason: ({ length }) => `${length} characters, and 63 are allowed` },
];

/**
 * Makes a lab's name.
 *
 * @throws {BadValue} when it cannot be a folder's name, or would be misread on a command line
 *
 * @example
 * ```ts
 * import { parseLabName } from "./lab-name.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseLabName("point-to-point")).toBe("point-to-point");
 * expect(() => parseLabName("../x")).toThrow(RangeError);
 * ```
 */
export function parseLabName(text: string): LabName {
  const reason = reasonAgainst(text, RULES);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  return text as LabName;
}

/** The type of an option that takes a lab's name */
export const labName: ValueType<LabName> = {
  kind: KIND,
  placeholder: "NAME",
  parse: parseLabName,
};
