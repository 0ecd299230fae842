/**
 * Making a container, which does not run yet.
 *
 * @module
 */
import { chmodSync, closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";

import { type ContainerId, newContainerId, shortId } from "../../../values/container-id.ts";
import type { ContainerName } from "../../../values/container-name.ts";
import { DockerFailure } from "../failure.ts";
import { newContainerName } from "../names.ts";
import type { ContainerRecord, ContainerSettings } from "./container.ts";
import { makeStreamFiles } from "./stdio.ts";
import { filesOf, lockRecords, readContainers, writeRecord } from "./store.ts";

/** What isn't known before the container has its id */
export type RequestedSettings = Omit<ContainerSettings, "hostname"> & {
  readonly hostname: string | null;
};

/**
 * Makes a container of that name, or of a name made up for it.
 *
 * @throws {DockerFailure} when the name is in use, in Docker's words
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
  };
  makeFiles(record);
  writeRecord(record);
  return record;
}

/** Without `--hostname` a container's is its short id */
function completed(requested: RequestedSettings, id: ContainerId): ContainerSettings {
  const hostname = requested.hostname ?? shortId(id);
  return {
    ...requested,
    hostname,
    environment: [`HOSTNAME=${hostname}`, ...requested.environment],
  };
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

function nameInUse(name: ContainerName, id: ContainerId): DockerFailure {
  return new DockerFailure(
    `Error response from daemon: Conflict. The container name "/${name}" is already in use by container "${id}". ` +
      "You have to remove (or rename) that container to be able to reuse that name.",
    125,
  );
}
