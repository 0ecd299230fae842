import { type Sampled, sampled } from "../shell/sampled.ts";
import { type AssignedName, assignedName as assignedNameType } from "../values/name/assigned-name.ts";

/**
 * The name that Docker generated for a container: an adjective and a surname.
 *
 * Equivalent to: `docker inspect -f '{{slice .Name 1}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is not such a name
 *
 * @example
 * ```ts
 * import { assignedName } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(assignedName("stupefied_pare").sample).toBe("stupefied_pare");
 * ```
 */
export const assignedName: (sample: string) => Sampled<AssignedName> = sampled(assignedNameType);
