/**
 * The types of what commands print, for `$.as` and `$.let`.
 *
 * @module
 */
import { sampled } from "../shell/sampled.ts";
import { containerId as containerIdType } from "../values/container-id.ts";
import { ifName as ifNameType } from "../values/if-name.ts";
import { pid as pidType } from "../values/pid.ts";
import { holdProcess } from "./held-process.ts";

/**
 * A process id, 1 to 4194303, with the article's: commands with it run only while it stands for the same process.
 *
 * Equivalent to: `docker inspect -f '{{.State.Pid}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is none
 *
 * @example
 * ```ts
 * import { pid } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(pid("2778").sample).toBe("2778");
 * expect(() => pid("0")).toThrow("Docker prints 0 for a container that is not running");
 * ```
 */
export const pid = sampled(pidType, holdProcess);

/**
 * What `docker run --detach` prints, a container's id: 12 or 64 lower-case hex digits.
 *
 * Equivalent to: `docker ps --quiet`
 *
 * @throws {BadValue} when the sample is none
 *
 * @example
 * ```ts
 * import { containerId } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(containerId("4c01db0b339c").sample).toBe("4c01db0b339c");
 * ```
 */
export const containerId = sampled(containerIdType);

/**
 * An interface's name, 15 characters at most.
 *
 * Equivalent to: `ls /sys/class/net/docker0/brif`
 *
 * @throws {BadValue} when the sample is none
 *
 * @example
 * ```ts
 * import { interfaceName } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(interfaceName("vethAQI2QT").sample).toBe("vethAQI2QT");
 * ```
 */
export const interfaceName = sampled(ifNameType);
