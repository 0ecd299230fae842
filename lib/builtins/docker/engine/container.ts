/**
 * What the engine remembers of a container.
 *
 * @module
 */
import type { ContainerId } from "../../../values/container-id.ts";
import type { ContainerName } from "../../../values/container-name.ts";
import type { Ipv4 } from "../../../values/ipv4.ts";
import type { ExposedPort } from "../expose.ts";

/** What `docker run` was asked for */
export interface ContainerSettings {
  readonly hostname: string;
  readonly image: string;
  readonly command: readonly string[];
  /** What `--env` says: `NAME=VALUE`, or `NAME` for one that is not to be there */
  readonly environment: readonly string[];
  /** What `--label` says */
  readonly labels: Readonly<Record<string, string>>;
  readonly workingFolder: string;
  /** The name of a network, which there may not be: there are `bridge` and `none` */
  readonly network: string;
  readonly links: readonly Link[];
  readonly exposed: readonly ExposedPort[];
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
  /** `null` with `--net=none` */
  readonly endpoint: Endpoint | null;
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
