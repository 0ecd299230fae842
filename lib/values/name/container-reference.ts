import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { reasonAgainst, type Rule } from "../rule.ts";
import type { ValueType } from "../value-type.ts";

/** What somebody calls a container: its name, its id or the beginning of it, or a recipe's name for it */
export type ContainerReference = Brand<string, "ContainerReference">;

const KIND = "a container's name or id";

/** It becomes a word of a command line of docker */
const RULES: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  { refuses: /^-/, reason: () => "one that begins with a hyphen looks like an option" },
  { refuses: /[^A-Za-z0-9_.-]/, reason: () => "only letters, digits, dots, underscores and hyphens are allowed" },
];

/**
 * Makes what stands for a container; whether there is one, only its engine knows.
 *
 * @throws {BadValue} when it could be no container's
 *
 * @example
 * ```ts
 * import { parseContainerReference } from "./container-reference.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseContainerReference("web")).toBe("web");
 * expect(() => parseContainerReference("--help")).toThrow(RangeError);
 * ```
 */
export function parseContainerReference(text: string): ContainerReference {
  const reason = reasonAgainst(text, RULES);
  if (reason !== null) throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  return text as ContainerReference;
}

/** The type of an option that takes one */
export const containerReference: ValueType<ContainerReference> = {
  kind: KIND,
  placeholder: "CONTAINER",
  parse: parseContainerReference,
};
