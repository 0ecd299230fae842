/**
 * Creates containers without starting them.
 *
 * @module
 */
import { hostname } from "node:os";
import { chmodSync, closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";

import { type ContainerId, newContainerId, shortId } from "../../../values/name/container-id.ts";
import type { ContainerName } from "../../../values/name/container-name.ts";
import { DaemonFailure, NoSuchContainer } from "../../../programs/docker/failure.ts";
import type { RequestedLink } from "../options/docker-link.ts";
import { newContainerName } from "../names.ts";
import type { RequestedVolume } from "../options/volume.ts";
import type { Container, ContainerRecord, ContainerSettings, Link } from "./container.ts";
import { findContainer } from "./find-container.ts";
import { imageOf } from "./images/images.ts";
import { HOST, ownerOf, withOwnersId } from "./network/shared-network.ts";
import { makeStreamFiles } from "./streams/stdio.ts";
import { filesOf, lockRecords, readContainers, writeRecord } from "./store.ts";
import { anonymousFolders, toVolume } from "./volumes.ts";

/** Requested settings: the default host name depends on the id, and linked containers may not exist */
export type RequestedSettings = Omit<ContainerSettings, "hostname" | "links" | "volumes"> & {
  readonly hostname: string | null;
  readonly links: readonly RequestedLink[];
  readonly volumes: readonly RequestedVolume[];
};

/**
 * Creates a container with the given name, or a generated one.
 *
 * @throws {DaemonFailure} when its image is gone by now, the name is in use, or a link names no container, in
 * Docker's words
 */
export async function createContainer(
  requested: RequestedSettings,
  name: ContainerName | null,
): Promise<ContainerRecord> {
  using _lock = await lockRecords();
  imageOf(requested.imageId);
  const containers = readContainers();
  const owner = containers.find((container) => container.name === name);
  if (name !== null && owner !== undefined) throw nameInUse(name, owner.id);
  const id = newContainerId();
  const record = {
    id,
    name: name ?? newContainerName(new Set(containers.map((container) => container.name))),
    created: new Date().toISOString(),
    settings: completed(requested, id),
    run: null,
    failedStart: null,
  };
  makeFiles(record);
  writeRecord(record);
  return record;
}

/** Completes the settings: the default host name is the short id, or the host's own in the host's network */
function completed(requested: RequestedSettings, id: ContainerId): ContainerSettings {
  const network = withOwnersId(requested.network);
  const given = network === HOST ? hostname() : shortId(id);
  return {
    ...requested,
    network,
    hostname: requested.hostname ?? given,
    links: requested.links.map(toLink),
    volumes: requested.volumes.map(toVolume),
  };
}

function toLink({ container, alias }: RequestedLink): Link {
  try {
    return { server: findServer(container).id, alias };
  } catch (error) {
    throw error instanceof NoSuchContainer
      ? new DaemonFailure(`could not get container for ${container}: ${error.reason}`)
      : error;
  }
}

/**
 * Finds a link's server: for a container in another's network, that one. Source: moby 20.10,
 * `daemon/daemon_unix.go`, `registerLinks`
 */
function findServer(reference: string): Container {
  const server = findContainer(reference);
  const { network } = server.settings;
  if (network === HOST)
    throw new DaemonFailure(
      "conflicting options: host type networking can't be used with links. This would result in undefined behavior",
    );
  const owner = ownerOf(network);
  return owner === null ? server : findServer(owner);
}

function makeFiles({ id, settings }: ContainerRecord): void {
  const files = filesOf(id);
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  writeFileSync(
    files.anonymous,
    anonymousFolders(settings.volumes)
      .map((folder) => `${folder}\n`)
      .join(""),
  );
  makeStreamFiles(files);
  closeSync(openSync(files.exit, "a", 0o600));
  writeFileSync(files.hostname, `${settings.hostname}\n`);
  for (const file of [files.hosts, files.resolvConf]) writeFileSync(file, "");
  // Everybody in the container may read them
  for (const file of [files.hostname, files.hosts, files.resolvConf]) chmodSync(file, 0o644);
}

function nameInUse(name: ContainerName, id: ContainerId): DaemonFailure {
  return new DaemonFailure(
    `Conflict. The container name "/${name}" is already in use by container "${id}". ` +
      "You have to remove (or rename) that container to be able to reuse that name.",
  );
}
