/**
 * The types of values that commands print, for `$.as` and `$.let`.
 *
 * @module
 */
import { type Sampled, sampled } from "../shell/sampled.ts";
import type { Ipv4 } from "../values/address/ipv4.ts";
import { type ContainerId, containerId as containerIdType } from "../values/name/container-id.ts";
import { hostIpv4 } from "../values/address/host-ipv4.ts";
import { type IfName, ifName as ifNameType } from "../values/name/if-name.ts";
import { type NetworkNamespace, networkNamespace as networkNamespaceType } from "../values/network-namespace.ts";
import { type Pid, pid as pidType } from "../values/pid.ts";
import { type Port, port as portType } from "../values/port.ts";
import { holdProcess } from "./held-process.ts";

/**
 * A process id, 1 to 4194303, with the article's value as sample; commands that use it run only while it
 * means the same process.
 *
 * Equivalent to: `docker inspect -f '{{.State.Pid}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is invalid
 *
 * @example
 * ```ts
 * import { pid } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(pid("2778").sample).toBe("2778");
 * expect(() => pid("0")).toThrow(RangeError);
 * ```
 */
export const pid: (sample: string) => Sampled<Pid> = sampled(pidType, holdProcess);

/**
 * A container's id, as `docker run --detach` prints it: 12 or 64 lower-case hex digits.
 *
 * Equivalent to: `docker ps --quiet`
 *
 * @throws {BadValue} when the sample is invalid
 *
 * @example
 * ```ts
 * import { containerId } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(containerId("4c01db0b339c").sample).toBe("4c01db0b339c");
 * ```
 */
export const containerId: (sample: string) => Sampled<ContainerId> = sampled(containerIdType);

/**
 * An interface's name, at most 15 characters.
 *
 * Equivalent to: `ls /sys/class/net/docker0/brif`
 *
 * @throws {BadValue} when the sample is invalid
 *
 * @example
 * ```ts
 * import { interfaceName } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(interfaceName("vethAQI2QT").sample).toBe("vethAQI2QT");
 * ```
 */
export const interfaceName: (sample: string) => Sampled<IfName> = sampled(ifNameType);

/**
 * A network namespace, by its inode: processes with the same one are in the same network.
 *
 * Equivalent to: `readlink /proc/self/ns/net`
 *
 * @throws {BadValue} when the sample is invalid
 *
 * @example
 * ```ts
 * import { networkNamespace } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(networkNamespace("net:[4026531840]").sample).toBe("net:[4026531840]");
 * ```
 */
export const networkNamespace: (sample: string) => Sampled<NetworkNamespace> = sampled(networkNamespaceType);

/**
 * An IPv4 address that a host may have, such as a container's.
 *
 * Equivalent to: `docker inspect -f '{{.NetworkSettings.IPAddress}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is invalid
 *
 * @example
 * ```ts
 * import { address } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(address("172.17.0.2").sample).toBe("172.17.0.2");
 * expect(() => address("")).toThrow(RangeError);
 * ```
 */
export const address: (sample: string) => Sampled<Ipv4> = sampled(hostIpv4);

/**
 * A port of the host, 1 to 65535, such as one that Docker has chosen.
 *
 * Equivalent to: `docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is invalid
 *
 * @example
 * ```ts
 * import { hostPort } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(hostPort("49153").sample).toBe("49153");
 * expect(() => hostPort("0")).toThrow(RangeError);
 * ```
 */
export const hostPort: (sample: string) => Sampled<Port> = sampled(portType);
