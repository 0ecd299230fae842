/**
 * What the engine remembers of a container.
 *
 * @module
 */
import type { ContainerId } from "../../../values/name/container-id.ts";
import type { ContainerName } from "../../../values/name/container-name.ts";
import type { Ipv4 } from "../../../values/address/ipv4.ts";
import type { DnsServer, SearchDomain } from "../options/dns.ts";
import type { ExposedPort } from "../options/expose.ts";
import type { ImageId } from "../image.ts";
import type { PortBinding } from "../options/publish.ts";
import type { VolumeMode } from "../options/volume.ts";

/** What `docker run` was asked for */
export interface ContainerSettings {
  readonly hostname: string;
  /** As it was asked for */
  readonly image: string;
  readonly imageId: ImageId;
  readonly command: readonly string[];
  /** What `--env` says, and the image: `NAME=VALUE`, or `NAME` for one that is not to be there */
  readonly environment: readonly string[];
  /** What `--label` says */
  readonly labels: Readonly<Record<string, string>>;
  readonly workingFolder: string;
  /** `bridge`, `none`, `host`, `container:…` with an id, or the name of anything that there isn't */
  readonly network: string;
  /** Whether it may do all that the host may, with `--privileged` */
  readonly privileged: boolean;
  /** Empty for the daemon's own, or else the host's */
  readonly dns: readonly DnsServer[];
  readonly dnsSearch: readonly SearchDomain[];
  readonly links: readonly Link[];
  readonly exposed: readonly ExposedPort[];
  /** What `--publish` says */
  readonly published: readonly PortBinding[];
  /** `--publish-all`: every exposed port as well */
  readonly publishAll: boolean;
  readonly volumes: readonly Volume[];
  /** Whether a client shows it from the start: without `--detach` */
  readonly attached: boolean;
  readonly interactive: boolean;
  readonly terminal: boolean;
  readonly removedOnExit: boolean;
}

/** `--link`: which container is known under which name */
export interface Link {
  readonly server: ContainerId;
  readonly alias: string;
}

/** `--volume`: what of the host is to be seen in a container, and where */
export interface Volume {
  readonly kind: "folder" | "named" | "anonymous";
  /** `null` for a folder of the host */
  readonly name: string | null;
  /** On the host */
  readonly path: string;
  /** In the container */
  readonly target: string;
  readonly mode: VolumeMode;
}

/** Its place on the bridge, while it runs */
export interface Endpoint {
  readonly bridge: string;
  readonly address: Ipv4;
  readonly prefix: number;
  readonly gateway: Ipv4;
  readonly mac: string;
  readonly mtu: number;
  /** The host's end of its cable */
  readonly veth: string;
  readonly published: readonly PublishedPort[];
}

/** A port of the host that leads to one of the container's */
export interface PublishedPort {
  readonly exposed: ExposedPort;
  /** The host's address that it is reached at, `0.0.0.0` for each */
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
  /** Of the latest run; `null` before the first */
  readonly run: ContainerRun | null;
  /** Of the latest start, when it failed */
  readonly failedStart: FailedStart | null;
}

/** Why a container could not be started, in Docker's words, and the exit status that it got for that */
export interface FailedStart {
  readonly reason: string;
  readonly exitCode: number;
}

/** One life of a container */
export interface ContainerRun {
  /** RFC 3339, in UTC */
  readonly started: string;
  /** `null` for one that has no place on the bridge of its own, and where Docker has no bridge */
  readonly endpoint: Endpoint | null;
  /** Whose `/etc/hostname`, `/etc/hosts` and `/etc/resolv.conf` it has: its own, or those of the container that it has joined */
  readonly filesOf: ContainerId;
}

/** A container and what has become of it */
export interface Container extends ContainerRecord {
  readonly state: ContainerState;
}

/** `created` never had a first process; it has the exit status of its failed start, or 0 */
export type ContainerState =
  | { readonly status: "created"; readonly exitCode: number }
  /** `pid` is its first process, as the host sees it; `null` once that has ended, while all is taken back */
  | { readonly status: "running"; readonly pid: number | null }
  | {
      readonly status: "exited";
      readonly exitCode: number;
      readonly finished: string;
    };
