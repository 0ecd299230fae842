/**
 * A container's life: started, started again, removed.
 *
 * @module
 */
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";

import type { ContainerId } from "../../../values/container-id.ts";
import { DaemonFailure } from "../failure.ts";
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

/** The exit status of a container whose start fails for nothing that its command is to blame for */
const NOT_STARTED = 128;

/**
 * Starts a container; one that runs is left alone.
 *
 * @throws {DaemonFailure} when it can't be wired or its command can't be run; it stays stopped
 */
export async function startContainer({ id }: ContainerRecord, starter: Starter): Promise<void> {
  using _lock = await lockRecords();
  const daemon = requireDaemon();
  const { state, ...record } = findContainer(id);
  if (state.status === "running") return;
  try {
    await startStopped(record, daemon, starter);
  } catch (error) {
    rememberFailure(record, error);
    throw error;
  }
}

async function startStopped(stopped: ContainerRecord, daemon: Daemon, starter: Starter): Promise<void> {
  const endpoint = newEndpointIn(stopped.settings.network, daemon);
  const servers = linkedServers(stopped);
  const record = {
    ...stopped,
    run: { started: new Date().toISOString(), endpoint },
    failedStart: null,
  };
  const { id } = record;
  const files = filesOf(id);
  endCutOffStart(files);
  writeNetworkFiles(record, endpoint, servers, daemon);
  beginCleanup(files, endpoint);
  rmSync(files.parent, { force: true });
  truncateSync(files.exit);
  writeRecord(record);
  if (endpoint !== null) {
    for (const server of servers) openLink(daemon, { record, endpoint }, server);
    linkClients(daemon, { record, endpoint });
  }
  await startFirstProcess(record, endpoint, servers, starter);
}

/** @returns `null` in the network that has nothing in it */
function newEndpointIn(network: string, daemon: Daemon): Endpoint | null {
  if (network === "none") return null;
  if (network === "bridge") return newEndpoint(daemon);
  throw new DaemonFailure(`network ${network} not found`);
}

/** Takes back what the start has done. As far as anybody is told, the container has not had this life */
function rememberFailure(stopped: ContainerRecord, error: unknown): void {
  const { reason, exitCode } = error instanceof DaemonFailure ? error : new DaemonFailure(String(error));
  const failedStart = { reason, exitCode: exitCode === 1 ? NOT_STARTED : exitCode };
  endWithoutProcess(filesOf(stopped.id), failedStart.exitCode);
  writeRecord({ ...stopped, failedStart });
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
 * @throws {DaemonFailure} when it does, in Docker's words
 */
export async function removeContainer({ id }: ContainerRecord): Promise<void> {
  using _lock = await lockRecords();
  if (readContainer(id)?.state.status === "running") throw stillRunning(id);
  endCutOffStart(filesOf(id));
  removeRecord(id);
}

function stillRunning(id: ContainerId): DaemonFailure {
  return new DaemonFailure(
    `You cannot remove a running container ${id}. Stop the container before attempting removal or force remove`,
  );
}
