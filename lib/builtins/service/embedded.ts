/**
 * The embedded engine as a service.
 *
 * @module
 */
import { BadValue } from "../../values/bad-value.ts";
import { forgetDaemon, readDaemon, startDaemon } from "../docker/engine/daemon.ts";
import { killContainer } from "../docker/engine/stop.ts";
import { lockRecords, readContainers } from "../docker/engine/store.ts";
import { DockerFailure } from "../../programs/docker/failure.ts";
import { FlagError } from "../../programs/docker/options/flag-value.ts";
import { readDockerOptions } from "./docker-defaults.ts";
import { type Diagnosis, listensElsewhere, UNREACHABLE } from "./elsewhere.ts";
import type { DockerService } from "./service.ts";
import { ServiceFailure } from "./service-failure.ts";

/** The engine has no process: it runs while the record of its options exists */
export const EMBEDDED: DockerService = {
  isRunning: () => readDaemon() !== null,
  async start() {
    if (readDaemon() === null) start();
  },
  /** Locks the records, so that no container is started meanwhile */
  async stop() {
    using _lock = await lockRecords();
    await Promise.all(readContainers().map(killContainer));
    forgetDaemon();
  },
};

/** Explains why a client can't reach the engine; `null` when it was stopped, or has the default socket */
export function diagnoseEmbedded(words: string): Diagnosis | null {
  const daemon = UNREACHABLE.test(words) ? readDaemon() : null;
  if (daemon === null || daemon.options.hosts.length === 0) return null;
  return listensElsewhere(daemon.sockets.map((path) => `unix://${path}`));
}

function start(): void {
  try {
    startDaemon(readDockerOptions());
  } catch (error) {
    const isExpected = [DockerFailure, FlagError, BadValue].some((kind) => error instanceof kind);
    throw isExpected && error instanceof Error ? new ServiceFailure(error.message) : error;
  }
}
