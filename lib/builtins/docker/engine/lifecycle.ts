/**
 * Starts, restarts and removes containers.
 *
 * @module
 */
import { copyFileSync, rmSync, writeFileSync } from "node:fs";

import type { ContainerId } from "../../../values/name/container-id.ts";
import { DaemonFailure } from "../../../programs/docker/failure.ts";
import { hostsFile } from "../hosts-file.ts";
import { newEndpoint } from "./network/new-endpoint.ts";
import { beginCleanup, cleanUpPortRules, endCutOffStart, endWithoutProcess } from "./cleanup.ts";
import type { Container, ContainerRecord, Endpoint } from "./container.ts";
import { type Daemon, requireDaemon } from "./daemon.ts";
import { findContainer } from "./find-container.ts";
import {
  hostsLine,
  type LinkedServer,
  linkClients,
  linkedServers,
  openLink,
  type Wired,
} from "./network/docker-links.ts";
import { holdPorts, NO_PORTS } from "./ports/publish.ts";
import { insertPortRules, portRules } from "./ports/port-rules.ts";
import { writeResolvConf } from "./network/resolver.ts";
import { HOST, isOwnNetwork, type JoinedNetwork, openJoinedNetwork } from "./network/shared-network.ts";
import { DETACHED, type Starter, startFirstProcess } from "./process/start.ts";
import { stopContainer } from "./stop.ts";
import { filesOf, lockRecords, newExitFile, readContainer, removeRecord, writeRecord } from "./store.ts";
import { anonymousFolders, makeVolumeFolders } from "./volumes.ts";

/** The exit status of a failed start for which the command is not to blame */
export const NOT_STARTED = 128;

/**
 * Starts a container; a running one is left alone.
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
    rememberFailure(record, state.exitCode, error);
    throw error;
  }
}

async function startStopped(stopped: ContainerRecord, daemon: Daemon, starter: Starter): Promise<void> {
  using joined = openJoinedNetwork(stopped);
  const place = newEndpointIn(stopped.settings.network, daemon);
  const servers = linkedServers(stopped);
  const files = filesOf(stopped.id);
  endCutOffStart(files);
  using ports = place === null ? NO_PORTS : await holdPorts(stopped, place, daemon);
  const endpoint = place === null ? null : { ...place, published: ports.published };
  makeVolumeFolders(stopped.settings.volumes);
  const record = begun(stopped, endpoint, joined);
  writeHostsFile(record, endpoint, servers);
  writeResolvConf(record, daemon);
  beginCleanup(files, endpoint);
  // Includes leftovers of a killed restart
  for (const old of [files.parent, files.restarting]) rmSync(old, { force: true });
  writeRecord(record);
  // Last: whoever opens the file and then finds the old run's record has that run's file
  newExitFile(files);
  if (endpoint !== null) {
    for (const server of servers) openLink(daemon, { record, endpoint }, server);
    linkClients(daemon, { record, endpoint });
    leadToPorts(daemon, { record, endpoint });
  }
  await startFirstProcess(record, joined, servers, starter, ports);
}

/** Forwards the host's ports to the container; without rules only its proxy does */
function leadToPorts(daemon: Daemon, { record, endpoint }: Wired): void {
  if (!daemon.rules || endpoint.published.length === 0) return;
  const rules = portRules(endpoint);
  cleanUpPortRules(record.id, rules);
  insertPortRules(rules);
}

/** Returns the record of a new run; a container in another's network takes over that one's files */
function begun(stopped: ContainerRecord, endpoint: Endpoint | null, joined: JoinedNetwork | null) {
  const { id, settings } = stopped;
  const owner = joined?.owner ?? null;
  return {
    ...stopped,
    settings: { ...settings, hostname: owner?.settings.hostname ?? settings.hostname },
    run: { started: new Date().toISOString(), endpoint, filesOf: owner?.run?.filesOf ?? id },
    failedStart: null,
  };
}

/**
 * Returns a new connection to the bridge.
 *
 * @returns `null` for a container in an existing network, or without any
 */
function newEndpointIn(network: string, daemon: Daemon): Endpoint | null {
  if (network === "none" || !isOwnNetwork(network)) return null;
  if (network === "bridge") return newEndpoint(daemon);
  throw new DaemonFailure(`network ${network} not found`);
}

/**
 * Records a failed start: the container's last run stays the latest one.
 *
 * @param before its last exit status; a failure without a status leaves that, unless it was 0. Source: moby
 * 20.10, `daemon/start.go`, `containerStart`
 */
function rememberFailure(stopped: ContainerRecord, before: number, error: unknown): void {
  const { reason, exitCode } = error instanceof DaemonFailure ? error : new DaemonFailure(String(error));
  const failedStart = { reason, exitCode: exitCode === 1 ? before || NOT_STARTED : exitCode };
  endWithoutProcess(filesOf(stopped.id), failedStart.exitCode);
  writeRecord({ ...stopped, failedStart });
}

/** Writes the hosts file, which is mounted over the image's own at every start; or copies the host's */
function writeHostsFile(
  { id, settings }: ContainerRecord,
  endpoint: Endpoint | null,
  servers: readonly LinkedServer[],
): void {
  const { hosts } = filesOf(id);
  const own = {
    address: endpoint?.address ?? null,
    hostname: settings.hostname,
  };
  if (settings.network === HOST) copyFileSync("/etc/hosts", hosts);
  else writeFileSync(hosts, hostsFile(own, servers.map(hostsLine)));
}

/**
 * Stops a container and starts it again; one with `--rm` is not removed in between.
 *
 * @param seconds the time to let it end by itself
 * @throws {DaemonFailure} when it can't be started
 */
export async function restartContainer(container: Container, seconds: number): Promise<void> {
  const { restarting } = filesOf(container.id);
  writeFileSync(restarting, "");
  try {
    await stopContainer(container, seconds);
  } finally {
    rmSync(restarting, { force: true });
  }
  await startContainer(container, DETACHED);
}

/**
 * Removes a stopped container and its anonymous volumes.
 *
 * @throws {DaemonFailure} when it runs, in Docker's words
 */
export async function removeContainer(
  { id, settings }: ContainerRecord,
  anonymous: "without its volumes" | "with its volumes",
): Promise<void> {
  using _lock = await lockRecords();
  if (readContainer(id)?.state.status === "running") throw stillRunning(id);
  endCutOffStart(filesOf(id));
  if (anonymous === "with its volumes")
    for (const folder of anonymousFolders(settings.volumes)) rmSync(folder, { recursive: true, force: true });
  removeRecord(id);
}

function stillRunning(id: ContainerId): DaemonFailure {
  return new DaemonFailure(
    `You cannot remove a running container ${id}. Stop the container before attempting removal or force remove`,
  );
}
