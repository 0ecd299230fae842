/**
 * The options of recipes: one function per type.
 *
 * @module
 */
import { type BridgePorts, bridgePorts as bridgePortsType } from "../../values/bridge-ports.ts";
import { type Ipv4Cidr, ipv4Cidr as cidrType } from "../../values/address/ipv4-cidr.ts";
import { type ContainerName, containerName as containerNameType } from "../../values/name/container-name.ts";
import { hostIpv4 } from "../../values/address/host-ipv4.ts";
import { type Hostname, hostname as hostnameType } from "../../values/name/hostname.ts";
import { type IfName, ifName as ifNameType } from "../../values/name/if-name.ts";
import { type ImageName, imageName as imageNameType } from "../../values/name/image-name.ts";
import { ipv4InterfaceCidr as interfaceCidrType } from "../../values/address/ipv4-interface-cidr.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { type Mtu, mtu as mtuType } from "../../values/mtu.ts";
import { type Port, port as portType } from "../../values/port.ts";
import { type SocketName, socketName as socketNameType } from "../../values/name/socket-name.ts";
import type { ValueType } from "../../values/value-type.ts";
import type { LiveHost } from "../run/live-host.ts";

/**
 * An option's default and description.
 *
 * @example
 * ```ts
 * import { ipv4, type OptionSettings } from "wirework";
 * import { expect } from "bun:test";
 *
 * const settings: OptionSettings = { default: "10.1.1.1", help: "address of the first container" };
 * expect(ipv4(settings).shown).toBe("10.1.1.1");
 * ```
 */
export interface OptionSettings {
  /** The default as typed */
  readonly default: string;
  /** One line, for `wirework show` */
  readonly help: string;
}

/**
 * An option of a recipe, `--name VALUE`.
 *
 * @example
 * ```ts
 * import { type Option, port } from "wirework";
 * import { expect } from "bun:test";
 *
 * const option: Option<number> = port({ default: "80", help: "TCP port of the server" });
 * expect(option.default).toBe(80);
 * expect(option.type.placeholder).toBe("PORT");
 * ```
 */
export interface Option<T> {
  /** Parses its value, and explains a bad one */
  readonly type: ValueType<T>;
  /** The value when none is typed */
  readonly default: T;
  /** The default as typed */
  readonly shown: string;
  /** One line, for `wirework show` */
  readonly help: string;
  /** The default on a running host; `null` when that is the static default */
  readonly live: LiveDefault<T> | null;
}

/** Reads the default from the host, with the values of the other options */
export type LiveDefault<T> = (host: LiveHost, values: Readonly<Record<string, unknown>>) => Promise<T>;

/** A recipe's options by name, without the dashes */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** The values of options, by name */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer T> ? T : never;
};

/** Returns the default of each option */
export function defaultsOf(options: OptionTable): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
}

function option<T>(type: ValueType<T>, settings: OptionSettings): Option<T> {
  return {
    type,
    default: type.parse(settings.default),
    shown: settings.default,
    help: settings.help,
    live: null,
  };
}

/**
 * An IPv4 address that a host may have, four decimal numbers: `--from 10.1.1.1`. It is not in 0.0.0.0/8 or
 * 127.0.0.0/8, nor above 223.255.255.255.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { ipv4 } from "wirework";
 * import { expect } from "bun:test";
 *
 * const from = ipv4({ default: "10.1.1.1", help: "address of the first container" });
 * expect<string>(from.type.parse("10.9.0.1")).toBe("10.9.0.1");
 * expect(() => from.type.parse("224.0.0.1")).toThrow(RangeError);
 * ```
 */
export function ipv4(settings: OptionSettings): Option<Ipv4> {
  return option(hostIpv4, settings);
}

/**
 * A network with its prefix length, 0 to 32: `--subnet 192.168.5.0/24`.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { cidr } from "wirework";
 * import { expect } from "bun:test";
 *
 * const subnet = cidr({ default: "192.168.5.0/24", help: "network of the bridge" });
 * expect(() => subnet.type.parse("192.168.5.0")).toThrow(RangeError);
 * ```
 */
export function cidr(settings: OptionSettings): Option<Ipv4Cidr> {
  return option(cidrType, settings);
}

/**
 * An address that a host may have, with the prefix length of its network, as `ip addr add` takes it:
 * `--address 192.168.5.1/24`. It is neither the network's own address nor its broadcast address, unless the
 * prefix has 31 or 32 bits.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { interfaceCidr } from "wirework";
 * import { expect } from "bun:test";
 *
 * const address = interfaceCidr({ default: "192.168.5.1/24", help: "the bridge's address" });
 * expect(() => address.type.parse("192.168.5.255/24")).toThrow(RangeError);
 * ```
 */
export function interfaceCidr(settings: OptionSettings): Option<Ipv4Cidr> {
  return option(interfaceCidrType, settings);
}

/**
 * An interface's name, 1 to 15 visible ASCII characters: `--bridge bridge0`. Words of `ip`, slashes and
 * colons are refused.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { ifName } from "wirework";
 * import { expect } from "bun:test";
 *
 * const bridge = ifName({ default: "bridge0", help: "name of the bridge" });
 * expect(() => bridge.type.parse("veth-to-the-database")).toThrow(RangeError);
 * ```
 */
export function ifName(settings: OptionSettings): Option<IfName> {
  return option(ifNameType, settings);
}

/**
 * A container's name, as `docker run --name` takes it, at least two letters, digits, `_`, `.` or `-`:
 * `--server web`.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { containerName } from "wirework";
 * import { expect } from "bun:test";
 *
 * const server = containerName({ default: "web", help: "name of the server's container" });
 * expect(() => server.type.parse("w")).toThrow(RangeError);
 * ```
 */
export function containerName(settings: OptionSettings): Option<ContainerName> {
  return option(containerNameType, settings);
}

/**
 * A maximum transmission unit, the largest packet of an interface in bytes, 68 to 65535: `--mtu 1400`.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { mtu } from "wirework";
 * import { expect } from "bun:test";
 *
 * const option = mtu({ default: "1400", help: "largest packet in containers" });
 * expect(() => option.type.parse("67")).toThrow(RangeError);
 * ```
 */
export function mtu(settings: OptionSettings): Option<Mtu> {
  return option(mtuType, settings);
}

/**
 * A number of ports on a bridge, of which the kernel allows 1023: `--count 1000`.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { bridgePorts } from "wirework";
 * import { expect } from "bun:test";
 *
 * const count = bridgePorts({ default: "10", help: "how many network namespaces" });
 * expect(() => count.type.parse("1025")).toThrow(RangeError);
 * ```
 */
export function bridgePorts(settings: OptionSettings): Option<BridgePorts> {
  return option(bridgePortsType, settings);
}

/**
 * A host name, labels of letters, digits and hyphens joined by dots, at most 64 characters: `--domain
 * example.com`.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { hostname } from "wirework";
 * import { expect } from "bun:test";
 *
 * const name = hostname({ default: "web", help: "host name of the container" });
 * expect(() => name.type.parse("-web")).toThrow(RangeError);
 * ```
 */
export function hostname(settings: OptionSettings): Option<Hostname> {
  return option(hostnameType, settings);
}

/**
 * An image for containers, as `docker run` takes it: `--image debian:bookworm`. Without settings it is
 * `base`, which every throw-away host has.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { image } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(image().shown).toBe("base");
 * expect(() => image().type.parse("Debian")).toThrow(RangeError);
 * ```
 */
export function image(settings: Partial<OptionSettings> = {}): Option<ImageName> {
  return option(imageNameType, {
    default: "base",
    help: "image of the containers",
    ...settings,
  });
}

/**
 * A TCP port, 1 to 65535: `--port 80`.
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { port } from "wirework";
 * import { expect } from "bun:test";
 *
 * const served = port({ default: "80", help: "TCP port of the server" });
 * expect(() => served.type.parse("0")).toThrow(RangeError);
 * ```
 */
export function port(settings: OptionSettings): Option<Port> {
  return option(portType, settings);
}

/**
 * The name of an abstract Unix socket, beginning with an at sign as in ss(8).
 *
 * Equivalent to: `ss --unix --listening`
 *
 * @throws {BadValue} when the default is invalid
 *
 * @example
 * ```ts
 * import { socketName } from "wirework";
 * import { expect } from "bun:test";
 *
 * expect(socketName({ default: "@/tmp/dbus", help: "a socket" }).shown).toBe("@/tmp/dbus");
 * expect(() => socketName({ default: "/tmp/dbus", help: "a socket" })).toThrow(RangeError);
 * ```
 */
export function socketName(settings: OptionSettings): Option<SocketName> {
  return option(socketNameType, settings);
}
