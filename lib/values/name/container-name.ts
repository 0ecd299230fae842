import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import type { ValueType } from "../value-type.ts";

/** A name that `docker run --name` takes */
export type ContainerName = Brand<string, "ContainerName">;

const KIND = "a container name";

/** RestrictedNamePattern, daemon/names/names.go of Docker */
const RESTRICTED_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/**
 * Makes a container's name.
 *
 * @throws {BadValue} when Docker would refuse it, in Docker's own words
 *
 * @example
 * ```ts
 * import { parseContainerName } from "./container-name.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseContainerName("web")).toBe("web");
 * ```
 */
export function parseContainerName(text: string): ContainerName {
  if (!RESTRICTED_NAME.test(text)) {
    const reason = "only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed, two characters at least";
    throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
  }
  return text as ContainerName;
}

/** The type of an option that takes a container's name */
export const containerName: ValueType<ContainerName> = {
  kind: KIND,
  placeholder: "NAME",
  parse: parseContainerName,
};
