/**
 * Making a container, which does not run yet.
 *
 * @module
 */
import { chmodSync, closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";

import { type ContainerId, newContainerId, shortId } from "../../../values/container-id.ts";
import type { ContainerName } from "../../../values/container-name.ts";
import { DaemonFailure, NoSuchContainer } from "../failure.ts";
import type { RequestedLink } from "../link.ts";
import { newContainerName } from "../names.ts";
import type { ContainerRecord, ContainerSettings, Link } from "./container.ts";
import { findContainer } from "./find.ts";
import { makeStreamFiles } from "./stdio.ts";
import { filesOf, lockRecords, readContainers, writeRecord } from "./store.ts";

/** What a container is asked for: its hostname may depend on its id, and links name what may not be there */
export type RequestedSettings = Omit<ContainerSettings, "hostname" | "links"> & {
  readonly hostname: string | null;
  readonly links: readonly RequestedLink[];
};

/**
 * Makes a container of that name, or of a name made up for it.
 *
 * @throws {DaemonFailure} when the name is in use, or a link names no container, in Docker's words
 */
export async function createContainer(
  requested: RequestedSettings,
  name: ContainerName | null,
): Promise<ContainerRecord> {
  using _lock = await lockRecords();
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

/** Without `--hostname` a container's is its short id */
function completed(requested: RequestedSettings, id: ContainerId): ContainerSettings {
  return { ...requested, hostname: requested.hostname ?? shortId(id), links: requested.links.map(toLink) };
}

function toLink({ container, alias }: RequestedLink): Link {
  try {
    return { server: findContainer(container).id, alias };
  } catch (error) {
    throw error instanceof NoSuchContainer
      ? new DaemonFailure(`could not get container for ${container}: ${error.reason}`)
      : error;
  }
}

function makeFiles({ id, settings }: ContainerRecord): void {
  const files = filesOf(id);
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  makeStreamFiles(files);
  closeSync(openSync(files.exit, "a", 0o600));
  writeFileSync(files.hostname, `${settings.hostname}\n`);
  for (const file of [files.hosts, files.resolvConf]) writeFileSync(file, "");
  // Everyone in the container may read them
  for (const file of [files.hostname, files.hosts, files.resolvConf]) chmodSync(file, 0o644);
}

function nameInUse(name: ContainerName, id: ContainerId): DaemonFailure {
  return new DaemonFailure(
    `Conflict. The container name "/${name}" is already in use by container "${id}". ` +
      "You have to remove (or rename) that container to be able to reuse that name.",
  );
}
