/**
 * A real `dockerd`, as a service of the throw-away host that it is alone on.
 *
 * @module
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { endOwnContainers, ownCgroup } from "../../hosts/docker/own-cgroup.ts";
import { dockerEngine } from "../../hosts/docker/programs.ts";
import { processStart } from "../../netlink/process-start.ts";
import { answersAt } from "./answers.ts";
import { endOfLog } from "./log.ts";
import { readDockerOptions } from "./docker-defaults.ts";
import { refuseDoubleSettings } from "./double-settings.ts";
import type { DockerService } from "./service.ts";
import { ServiceFailure } from "./service-failure.ts";

/** What a `dockerd` was started as */
interface Started {
  readonly pid: number;
  /** With the id it is that process and no other */
  readonly start: string | null;
}

const RECORD = "/run/wirework/dockerd.json";
const LOG = "/var/log/docker.log";

/** How long it may take to come up and, once told, to end, in milliseconds */
const PATIENCE = 30_000;
const POLL = 5;

/** How long containers have for their end, where Docker itself gives them ten seconds; nothing in here is kept */
const GRACE = 300;

/**
 * The service.
 *
 * Equivalent to: `/etc/init.d/docker start|stop`
 */
export const DOCKERD: DockerService = {
  isRunning: () => running() !== null,
  async start() {
    if (running() === null) await start();
  },
  async stop() {
    const started = running();
    if (started !== null) await stop(started);
    rmSync(RECORD, { force: true });
  },
};

/** The `dockerd` that was started last and not stopped; `null` when it has ended, or there was none */
function running(): Started | null {
  const started = read();
  return started !== null && isAlive(started) ? started : null;
}

function read(): Started | null {
  try {
    return JSON.parse(readFileSync(RECORD, "utf8")) as Started; // we wrote it
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
  mkdirSync(dirname(LOG), { recursive: true });
  const log = openSync(LOG, "a");
  const daemon = Bun.spawn([dockerEngine(), `--cgroup-parent=/${ownCgroup()}`, ...options], {
    stdio: ["ignore", log, log],
    cwd: "/",
    // Whoever types `service docker start` ends before it does
    detached: true,
  });
  closeSync(log);
  daemon.unref();
  const started = { pid: daemon.pid, start: processStart(daemon.pid) };
  writeFileSync(RECORD, JSON.stringify(started));
  const isUp = () => answersAt(options);
  if (await within(PATIENCE, async () => daemon.exitCode !== null || (await isUp()))) {
    if (daemon.exitCode === null) return;
    throw new ServiceFailure(`dockerd ended with ${daemon.exitCode}\n${endOfLog(LOG)}`);
  }
  await stop(started);
  throw new ServiceFailure(`dockerd did not answer within ${PATIENCE / 1000} seconds\n${endOfLog(LOG)}`);
}

async function stop(started: Started): Promise<void> {
  process.kill(started.pid, "SIGTERM");
  const hasEnded = async () => !isAlive(started);
  if (await within(GRACE, hasEnded)) return;
  endOwnContainers();
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
