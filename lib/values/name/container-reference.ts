import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { ValueType } from "../value-type.ts";

/** A reference to a container: its name, its id or the beginning of it, or a recipe's name for it */
export type ContainerReference = Brand<string, "ContainerReference">;

const KIND = "a container's name or id";

/** Rules for a word of a docker command line */
const RULES: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  { refuses: /^-/, reason: () => "one that begins with a hyphen looks like an option" },
  { refuses: /[^A-Za-z0-9_.-]/, reason: () => "only letters, digits, dots, underscores and hyphens are allowed" },
];

/**
 * Makes a reference to a container; only the engine can tell if that container exists.
 *
 * @throws {BadValue} when no container could be called that
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

/** The type of an option that takes a reference to a container */
export const containerReference: ValueType<ContainerReference> = {
  kind: KIND,
  placeholder: "CONTAINER",
  parse: parseContainerReference,
};
