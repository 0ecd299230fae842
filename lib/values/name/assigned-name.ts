import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import type { ValueType } from "../value-type.ts";

/** A name that Docker generates for a container: an adjective and a surname, such as `stupefied_pare` */
export type AssignedName = Brand<string, "AssignedName">;

const KIND = "a container name that Docker has made up";

/**
 * A name of two words, with a digit behind it when the plain one was taken: moby,
 * `pkg/namesgenerator/names-generator.go`
 */
const TWO_WORDS = /^[a-z]+_[a-z]+\d*$/;

/**
 * Makes a generated name.
 *
 * @throws {BadValue} when it is not an adjective and surname
 *
 * @example
 * ```ts
 * import { parseAssignedName } from "./assigned-name.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseAssignedName("stupefied_pare")).toBe("stupefied_pare");
 * expect(() => parseAssignedName("web")).toThrow(RangeError);
 * ```
 */
export function parseAssignedName(text: string): AssignedName {
  if (TWO_WORDS.test(text)) return text as AssignedName;
  const reason = "such a name is an adjective, an underscore and a surname";
  throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
}

/** The type of a generated name that `docker inspect` prints */
export const assignedName: ValueType<AssignedName> = {
  kind: KIND,
  placeholder: "NAME",
  parse: parseAssignedName,
};
