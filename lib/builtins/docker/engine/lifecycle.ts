/**
 * A container's life: started, started again, removed.
 *
 * @module
 */
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";

import type { ContainerId } from "../../../values/container-id.ts";
import { DockerFailure } from "../failure.ts";
import { hostsFile } from "../hosts-file.ts";
import { resolvConf } from "../resolv-conf.ts";
import { newEndpoint } from "./addresses.ts";
import { beginCleanup, endCutOffStart, endWithoutProcess } from "./cleanup.ts";
import type { ContainerRecord, Endpoint } from "./container.ts";
import { type Daemon, requireDaemon } from "./daemon.ts";
import { findContainer } from "./find.ts";
import { hostsLine, type LinkedServer, linkClients, linkedServers, openLink } from "./links.ts";
import { type Starter, startFirstProcess } from "./start.ts";
import { filesOf, lockRecords, readContainer, removeRecord, writeRecord } from "./store.ts";

/**
 * Starts a container; one that runs is left alone.
 *
 * @throws {DockerFailure} when it can't be wired or its command can't be run; it stays stopped
 */
export async function startContainer({ id }: ContainerRecord, starter: Starter): Promise<void> {
  using _lock = await lockRecords();
  const daemon = requireDaemon();
  const stopped = findContainer(id);
  if (stopped.state.status === "running") return;
  const servers = linkedServers(stopped);
  const endpoint = stopped.settings.network === "none" ? null : newEndpoint(daemon);
  const { state: _, ...known } = stopped;
  const record = {
    ...known,
    run: { started: new Date().toISOString(), endpoint },
  };
  const files = filesOf(id);
  endCutOffStart(files);
  writeNetworkFiles(record, endpoint, servers, daemon);
  beginCleanup(files, endpoint);
  rmSync(files.parent, { force: true });
  truncateSync(files.exit);
  writeRecord(record);
  try {
    if (endpoint !== null) {
      for (const server of servers) openLink(daemon, { record, endpoint }, server);
      linkClients(daemon, { record, endpoint });
    }
    await startFirstProcess(record, endpoint, starter);
  } catch (error) {
    endWithoutProcess(files, error instanceof DockerFailure ? error.exitCode : 125);
    throw error;
  }
}

/** The three files that are mounted over the image's own; the same files at every start */
function writeNetworkFiles(
  { id, settings }: ContainerRecord,
  endpoint: Endpoint | null,
  servers: readonly LinkedServer[],
  { options }: Daemon,
): void {
  const files = filesOf(id);
  const own = {
    address: endpoint?.address ?? null,
    hostname: settings.hostname,
  };
  writeFileSync(files.hosts, hostsFile(own, servers.map(hostsLine)));
  writeFileSync(files.resolvConf, resolvConf(readFileSync("/etc/resolv.conf", "utf8"), options));
}

/**
 * Forgets a container that does not run.
 *
 * @throws {DockerFailure} when it does, in Docker's words
 */
export async function removeContainer({ id }: ContainerRecord): Promise<void> {
  using _lock = await lockRecords();
  if (readContainer(id)?.state.status === "running") throw stillRunning(id);
  endCutOffStart(filesOf(id));
  removeRecord(id);
}

function stillRunning(id: ContainerId): DockerFailure {
  return new DockerFailure(
    `Error response from daemon: You cannot remove a running container ${id}. Stop the container before attempting removal or force remove`,
  );
}
