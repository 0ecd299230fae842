/**
 * A real `dockerd` as a service of its throw-away host.
 *
 * @module
 */
import { closeSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import { endContainers } from "../../hosts/docker/end-containers.ts";
import { dockerEngine } from "../../hosts/docker/docker-programs.ts";
import { processStart } from "../../netlink/process/process-start.ts";
import { answersAt, socketsOf } from "./answers.ts";
import { type Diagnosis, listensElsewhere, UNREACHABLE } from "./elsewhere.ts";
import { type Log, openLog, tailOf } from "./log.ts";
import { readDockerOptions } from "./docker-defaults.ts";
import { keepsContainers, refuseDoubleSettings } from "./double-settings.ts";
import type { DockerService } from "./service.ts";
import { ServiceFailure } from "./service-failure.ts";

/** The record of a started `dockerd` */
interface Started {
  readonly pid: number;
  /** The start time, which identifies the process together with its id */
  readonly start: string | null;
  readonly options: readonly string[];
  readonly log: Log;
}

/** The path of that record */
export const DOCKERD_RECORD = "/run/wirework-host/dockerd.json";

/** The time that it may take to come up and to stop, in milliseconds */
const PATIENCE = 30_000;
const POLL = 5;

/** The time that containers get to end. Docker gives them ten seconds; here nothing is kept */
const GRACE = 300;

/**
 * The service.
 *
 * Equivalent to: `/etc/init.d/docker start|stop`
 */
export const DOCKERD: DockerService = {
  isRunning: () => running() !== null,
  async start() {
    const started = running();
    // A killed daemon may exist for another moment
    if (started === null || !(await comesUp(started))) await start();
  },
  async stop() {
    const started = running();
    if (started !== null) await stop(started);
    rmSync(DOCKERD_RECORD, { force: true });
  },
};

/**
 * Explains why a client can't reach a `dockerd` that was started and not stopped; `null` when it was stopped,
 * or runs
 */
export function diagnoseDockerd(words: string): Diagnosis | null {
  const started = UNREACHABLE.test(words) ? read() : null;
  if (started === null) return null;
  if (isAlive(started)) return listensElsewhere(socketsOf(started.options));
  return {
    cause: `dockerd has died, and its containers are out of reach; its log ends:\n${tailOf(started.log)}`,
    tryThis: "sudo service docker start, after removing what ended it",
  };
}

/** Returns the record of the running `dockerd`; `null` when it has ended, or there was none */
function running(): Started | null {
  const started = read();
  return started !== null && isAlive(started) ? started : null;
}

function read(): Started | null {
  try {
    return JSON.parse(readFileSync(DOCKERD_RECORD, "utf8")) as Started; // Written by this module
  } catch {
    return null;
  }
}

function isAlive({ pid, start }: Started): boolean {
  return start !== null && processStart(pid) === start;
}

async function start(): Promise<void> {
  const options = readDockerOptions();
  refuseDoubleSettings(options);
  // A crashed daemon leaves its containers, and the next one would wait for each to end
  if (read() !== null) endContainers();
  const { fd, ...log } = openLog();
  const daemon = Bun.spawn([dockerEngine(), ...options], {
    stdio: ["ignore", fd, fd],
    cwd: "/",
    // It outlives the command that starts it
    detached: true,
  });
  closeSync(fd);
  daemon.unref();
  const started = { pid: daemon.pid, start: processStart(daemon.pid), options, log };
  writeFileSync(DOCKERD_RECORD, JSON.stringify(started));
  const hasEnded = () => daemon.exitCode !== null || daemon.signalCode !== null;
  if (await within(PATIENCE, async () => hasEnded() || (await answersAt(options)))) {
    if (!hasEnded()) return;
    rmSync(DOCKERD_RECORD);
    const end =
      daemon.exitCode === null ? `was ended by ${daemon.signalCode}` : `ended with exit status ${daemon.exitCode}`;
    throw failed(end, log);
  }
  await stop(started);
  rmSync(DOCKERD_RECORD);
  throw failed(`did not answer within ${PATIENCE / 1000} seconds`, log);
}

function failed(how: string, log: Log): ServiceFailure {
  const tail = tailOf(log);
  return new ServiceFailure(`dockerd ${how}${tail === "" ? ", and said nothing" : `:\n${tail}`}`);
}

/** Waits until it answers; returns false when it ends instead, or takes too long */
async function comesUp(started: Started): Promise<boolean> {
  const isSettled = async () => !isAlive(started) || (await answersAt(started.options));
  return (await within(PATIENCE, isSettled)) && isAlive(started);
}

async function stop(started: Started): Promise<void> {
  process.kill(started.pid, "SIGTERM");
  const hasEnded = async () => !isAlive(started);
  if (await within(keepsContainers(started.options) ? PATIENCE : GRACE, hasEnded)) return;
  endContainers();
  if (await within(PATIENCE, hasEnded)) return;
  process.kill(started.pid, "SIGKILL");
}

async function within(milliseconds: number, isSo: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (!(await isSo())) {
    if (performance.now() > deadline) return false;
    await Bun.sleep(POLL);
  }
  return true;
}
