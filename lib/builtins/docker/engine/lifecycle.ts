/**
 * A container's life: started, stopped, started again, removed.
 *
 * @module
 */
import { readFileSync, truncateSync, writeFileSync } from "node:fs";

import { DockerFailure } from "../failure.ts";
import { hostsFile } from "../hosts-file.ts";
import { resolvConf } from "../resolv-conf.ts";
import { newEndpoint } from "./addresses.ts";
import { beginCleanup, endWithoutProcess } from "./cleanup.ts";
import type { Container, ContainerRecord, Endpoint } from "./container.ts";
import { type Daemon, requireDaemon } from "./daemon.ts";
import { hostsLine, type LinkedServer, linkClients, linkedServers, openLink } from "./links.ts";
import { startFirstProcess } from "./start.ts";
import { filesOf, lockRecords, readContainer, removeRecord, writeRecord } from "./store.ts";

const POLL_MILLISECONDS = 2;

/**
 * Starts a container that does not run.
 *
 * @param input who may type, when it is interactive and has no terminal
 * @throws {DockerFailure} when it can't be wired or its command can't be run; it stays stopped
 */
export async function startContainer(stopped: ContainerRecord, input: "client" | "whoever comes"): Promise<void> {
  using _lock = await lockRecords();
  const daemon = requireDaemon();
  const servers = linkedServers(stopped);
  const endpoint = stopped.settings.network === "none" ? null : newEndpoint(daemon);
  const record = {
    ...stopped,
    run: { started: new Date().toISOString(), endpoint },
  };
  const files = filesOf(record.id);
  writeNetworkFiles(record, endpoint, servers, daemon);
  beginCleanup(files, endpoint);
  truncateSync(files.exit);
  writeRecord(record);
  try {
    if (endpoint !== null) {
      for (const server of servers) openLink(daemon, { record, endpoint }, server);
      linkClients(daemon, { record, endpoint });
    }
    await startFirstProcess(record, endpoint, input);
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
 * Sends a signal to a container's first process.
 *
 * @throws {DockerFailure} when it does not run, in Docker's words
 */
export function signalContainer(container: Container, signal: NodeJS.Signals): void {
  const { id, state } = container;
  if (state.status !== "running" || state.pid === 0) {
    throw new DockerFailure(`Error response from daemon: Cannot kill container: ${id}: Container ${id} is not running`);
  }
  process.kill(state.pid, signal);
}

/** Asks a container to end, and makes it end when it has not after that many seconds; one that has ended is left alone */
export async function stopContainer(container: Container, seconds: number): Promise<void> {
  if (container.state.status !== "running") return;
  signalContainer(container, "SIGTERM");
  if ((await awaitExit(container, seconds)) !== null) return;
  const still = readContainer(container.id);
  if (still?.state.status === "running") signalContainer(still, "SIGKILL");
  await awaitExit(container, Number.POSITIVE_INFINITY);
}

/**
 * Waits for a container's end, and for all that was taken back with it.
 *
 * @returns its exit status (0 when it is removed by now); `null` when it still runs after that many seconds
 */
export async function awaitExit({ id }: ContainerRecord, seconds: number): Promise<number | null> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const container = readContainer(id);
    if (container === null) return 0;
    if (container.state.status === "exited") return container.state.exitCode;
    if (performance.now() >= deadline) return null;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}

/** Waits until a container that is removed on exit is */
export async function awaitRemoval({ id }: ContainerRecord): Promise<void> {
  while (readContainer(id) !== null) await Bun.sleep(POLL_MILLISECONDS);
}

/** Forgets a container that has ended */
export async function removeContainer({ id }: ContainerRecord): Promise<void> {
  using _lock = await lockRecords();
  removeRecord(id);
}
