/**
 * The engine's record of a container.
 *
 * @module
 */
import type { ContainerId } from "../../../values/name/container-id.ts";
import type { ContainerName } from "../../../values/name/container-name.ts";
import type { Ipv4 } from "../../../values/address/ipv4.ts";
import type { DnsServer, SearchDomain } from "../options/dns.ts";
import type { ExposedPort } from "../../../programs/docker/options/expose.ts";
import type { ImageId } from "../image.ts";
import type { PortBinding } from "../../../programs/docker/options/publish.ts";
import type { VolumeMode } from "../options/volume.ts";

/** The settings from `docker run` */
export interface ContainerSettings {
  readonly hostname: string;
  /** The image as typed */
  readonly image: string;
  readonly imageId: ImageId;
  readonly command: readonly string[];
  /** Variables from `--env` and the image: `NAME=VALUE`, or `NAME` for an unset one */
  readonly environment: readonly string[];
  /** Labels from `--label` */
  readonly labels: Readonly<Record<string, string>>;
  readonly workingFolder: string;
  /** `bridge`, `none`, `host`, `container:…` with an id, or a name that doesn't exist */
  readonly network: string;
  /** `--privileged`: whether it may do everything that the host may */
  readonly privileged: boolean;
  /** Empty for the daemon's, or else the host's */
  readonly dns: readonly DnsServer[];
  readonly dnsSearch: readonly SearchDomain[];
  readonly links: readonly Link[];
  readonly exposed: readonly ExposedPort[];
  /** Ports from `--publish` */
  readonly published: readonly PortBinding[];
  /** `--publish-all`: publishes every exposed port as well */
  readonly publishAll: boolean;
  readonly volumes: readonly Volume[];
  /** True without `--detach`: a client shows it from the start */
  readonly attached: boolean;
  readonly interactive: boolean;
  readonly terminal: boolean;
  readonly removedOnExit: boolean;
}

/** `--link`: a container and its alias */
export interface Link {
  readonly server: ContainerId;
  readonly alias: string;
}

/** `--volume`: a path of the host that is visible in a container */
export interface Volume {
  readonly kind: "folder" | "named" | "anonymous";
  /** `null` for a folder of the host */
  readonly name: string | null;
  /** The path on the host */
  readonly path: string;
  /** The path in the container */
  readonly target: string;
  readonly mode: VolumeMode;
}

/** Its connection to the bridge, while it runs */
export interface Endpoint {
  readonly bridge: string;
  readonly address: Ipv4;
  readonly prefix: number;
  readonly gateway: Ipv4;
  readonly mac: string;
  readonly mtu: number;
  /** The interface at the host's end of its cable */
  readonly veth: string;
  readonly published: readonly PublishedPort[];
}

/** A port of the host that is forwarded to one of the container's */
export interface PublishedPort {
  readonly exposed: ExposedPort;
  /** The host's address, `0.0.0.0` for all */
  readonly address: Ipv4;
  readonly hostPort: number;
}

/** The record, a JSON file */
export interface ContainerRecord {
  readonly id: ContainerId;
  readonly name: ContainerName;
  /** RFC 3339, in UTC */
  readonly created: string;
  readonly settings: ContainerSettings;
  /** The latest run; `null` before the first */
  readonly run: ContainerRun | null;
  /** The latest start, if it failed */
  readonly failedStart: FailedStart | null;
}

/** The reason for a failed start, in Docker's words, and the resulting exit status */
export interface FailedStart {
  readonly reason: string;
  readonly exitCode: number;
}

/** One run of a container */
export interface ContainerRun {
  /** RFC 3339, in UTC */
  readonly started: string;
  /** `null` for a container without a connection of its own, and when Docker has no bridge */
  readonly endpoint: Endpoint | null;
  /**
   * The container whose `/etc/hostname`, `/etc/hosts` and `/etc/resolv.conf` it uses: itself, or the one
   * whose network it joined
   */
  readonly filesOf: ContainerId;
}

/** A container and its state */
export interface Container extends ContainerRecord {
  readonly state: ContainerState;
}

/** `created` never had a first process; its exit status is that of its failed start, or 0 */
export type ContainerState =
  | { readonly status: "created"; readonly exitCode: number }
  /** `pid` is its first process, as the host sees it; `null` during the cleanup after its end */
  | { readonly status: "running"; readonly pid: number | null }
  | {
      readonly status: "exited";
      readonly exitCode: number;
      readonly finished: string;
    };
