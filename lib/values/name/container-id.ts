import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import type { ValueType } from "../value-type.ts";

/** A container's id: 64 lower-case hex digits, or the first 12 of them */
export type ContainerId = Brand<string, "ContainerId">;

const KIND = "a container id";

/**
 * Makes a container's id of the output of `docker run -d` (64 digits) or `docker ps -q` (12).
 *
 * @throws {BadValue} when it is not 12 or 64 lower-case hex digits
 *
 * @example
 * ```ts
 * import { parseContainerId } from "./container-id.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseContainerId("1f1f4c1f931a")).toBe("1f1f4c1f931a");
 * ```
 */
export function parseContainerId(text: string): ContainerId {
  if (!/^(?:[\da-f]{12}|[\da-f]{64})$/.test(text)) {
    throw new BadValue({
      value: text,
      kind: KIND,
      reason: "it is 12 or 64 lower-case hex digits",
      tryThis: null,
    });
  }
  return text as ContainerId;
}

/**
 * The first 12 digits of an id, which `docker ps` prints and a container has as its hostname.
 *
 * @example
 * ```ts
 * import { newContainerId, shortId } from "./container-id.ts";
 * import { expect } from "bun:test";
 *
 * expect(shortId(newContainerId())).toHaveLength(12);
 * ```
 */
export function shortId(id: ContainerId): ContainerId {
  return id.slice(0, 12) as ContainerId;
}

/**
 * Generates a random id of 64 digits. As in Docker (GenerateRandomID, pkg/stringid/stringid.go) the first 12 are never
 * all decimal: programs would read that hostname as a number.
 *
 * @example
 * ```ts
 * import { newContainerId } from "./container-id.ts";
 * import { expect } from "bun:test";
 *
 * expect(newContainerId()).toMatch(/^[0-9a-f]{64}$/);
 * ```
 */
export function newContainerId(): ContainerId {
  for (;;) {
    const id = crypto.getRandomValues(new Uint8Array(32)).toHex();
    if (!/^\d{12}/.test(id)) return id as ContainerId;
  }
}

/** The type of an option that takes a container's id */
export const containerId: ValueType<ContainerId> = {
  kind: KIND,
  placeholder: "ID",
  parse: parseContainerId,
};
