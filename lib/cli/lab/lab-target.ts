import { type ContainerReference, parseContainerReference } from "../../values/name/container-reference.ts";
import { type LabName, parseLabName } from "../../values/name/lab-name.ts";

/** The place in a lab where something is to run */
export interface LabTarget {
  readonly lab: LabName;
  /** `null` for the host */
  readonly container: ContainerReference | null;
}

/**
 * Reads `LAB` or `LAB:CONTAINER`.
 *
 * @throws {BadValue} when one of the two is invalid
 *
 * @example
 * ```ts
 * import { parseLabTarget } from "./lab-target.ts";
 * import { expect } from "bun:test";
 *
 * expect<object>(parseLabTarget("web-lab:web")).toEqual({ lab: "web-lab", container: "web" });
 * expect(parseLabTarget("web-lab").container).toBeNull();
 * ```
 */
export function parseLabTarget(text: string): LabTarget {
  const colon = text.indexOf(":");
  if (colon < 0) return { lab: parseLabName(text), container: null };
  return { lab: parseLabName(text.slice(0, colon)), container: parseContainerReference(text.slice(colon + 1)) };
}
