/**
 * A recipe's options: one function a type.
 *
 * @module
 */
import { type Cidr, cidr as cidrType } from "../values/cidr.ts";
import { type ContainerName, containerName as containerNameType } from "../values/container-name.ts";
import { hostIpv4 } from "../values/host-ipv4.ts";
import { type IfName, ifName as ifNameType } from "../values/if-name.ts";
import { type ImageName, imageName as imageNameType } from "../values/image-name.ts";
import { interfaceCidr as interfaceCidrType } from "../values/interface-cidr.ts";
import type { Ipv4 } from "../values/ipv4.ts";
import { type Port, port as portType } from "../values/port.ts";
import type { ValueType } from "../values/value-type.ts";
import type { LiveHost } from "./live-host.ts";

/** What an option says of itself */
export interface OptionSettings {
  /** As it would be typed */
  readonly default: string;
  /** One line, for `wirework show` */
  readonly help: string;
}

/** An option of a recipe, `--name VALUE` */
export interface Option<T> {
  readonly type: ValueType<T>;
  readonly default: T;
  /** The default as it would be typed */
  readonly shown: string;
  readonly help: string;
  /** What it is on a host that is up, where nobody typed it; `null` where that is the default */
  readonly live: LiveDefault<T> | null;
}

/** Asks the host, with the values of the other options */
export type LiveDefault<T> = (host: LiveHost, values: Readonly<Record<string, unknown>>) => Promise<T>;

/** A recipe's options by name, without the dashes */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** What each option's value is */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer T> ? T : never;
};

function option<T>(type: ValueType<T>, settings: OptionSettings): Option<T> {
  return {
    type,
    default: type.parse(settings.default),
    shown: settings.default,
    help: settings.help,
    live: null,
  };
}

/** An IPv4 address that a host may have: `--from 10.1.1.1` */
export function ipv4(settings: OptionSettings): Option<Ipv4> {
  return option(hostIpv4, settings);
}

/** A network: `--subnet 192.168.5.0/24` */
export function cidr(settings: OptionSettings): Option<Cidr> {
  return option(cidrType, settings);
}

/** An address with its network, as `ip addr add` takes it: `--address 192.168.5.1/24` */
export function interfaceCidr(settings: OptionSettings): Option<Cidr> {
  return option(interfaceCidrType, settings);
}

/** An interface's name, 15 characters at most: `--bridge bridge0` */
export function ifName(settings: OptionSettings): Option<IfName> {
  return option(ifNameType, settings);
}

/** A container's name: `--server web` */
export function containerName(settings: OptionSettings): Option<ContainerName> {
  return option(containerNameType, settings);
}

/** An image that containers are made of: `--image base` */
export function image(settings: Partial<OptionSettings> = {}): Option<ImageName> {
  return option(imageNameType, {
    default: "base",
    help: "image of the containers",
    ...settings,
  });
}

/** A TCP port: `--port 80` */
export function port(settings: OptionSettings): Option<Port> {
  return option(portType, settings);
}
