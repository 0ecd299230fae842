/**
 * The engine as a service: starts as `service docker start` does, and stops.
 *
 * @module
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Ipv4Cidr } from "../../../values/address/ipv4-cidr.ts";
import { daemonOptions, type DaemonOptions } from "../options/daemon-options.ts";
import { DockerFailure } from "../../../programs/docker/failure.ts";
import { openBridge } from "./network/open-bridge.ts";
import { switchForwardingOn } from "./network/forwarding.ts";
import { dialled, isDialled } from "./dialled.ts";
import { makeBase } from "./images/layers.ts";
import { installRules } from "./network/engine-rules.ts";
import { closeSockets, openSockets, socketPaths } from "./sockets.ts";
import { STATE_FOLDER } from "./store.ts";

/** The running engine */
export interface Daemon {
  readonly options: DaemonOptions;
  /** `null` with `--bridge=none` */
  readonly bridge: Bridge | null;
  /** False with `--iptables=false`, and where iptables isn't installed */
  readonly rules: boolean;
  /** The paths of its sockets */
  readonly sockets: readonly string[];
}

/** The bridge that containers are connected to, with its address */
export interface Bridge {
  /** A network id like Docker's: 64 hexadecimal digits, new at each start */
  readonly id: string;
  readonly name: string;
  readonly cidr: Ipv4Cidr;
  readonly mtu: number;
}

/** The record of the running engine */
export const DAEMON_RECORD = join(STATE_FOLDER, "daemon.json");
const BRIDGE_FILTERING = "/proc/sys/net/bridge/bridge-nf-call-iptables";

/** Reads the running engine's record; `null` when it is stopped */
export function readDaemon(): Daemon | null {
  try {
    return JSON.parse(readFileSync(DAEMON_RECORD, "utf8")) as Daemon; // written by startDaemon()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Reads the running engine's record as a client sees it; `null` when it is stopped, or listens elsewhere */
export function reachDaemon(): Daemon | null {
  const daemon = readDaemon();
  return daemon !== null && isDialled(daemon.sockets) ? daemon : null;
}

/** Requires a running engine */
export function requireDaemon(): Daemon {
  const daemon = reachDaemon();
  if (daemon !== null) return daemon;
  throw new DockerFailure(`Cannot connect to the Docker daemon at ${dialled()}. Is the docker daemon running?`);
}

/**
 * Starts the engine: creates its sockets, enables forwarding, creates or adopts the bridge, and installs the
 * rules.
 *
 * Equivalent to: `dockerd $options`
 *
 * @throws {DockerFailure} in dockerd's words
 */
export function startDaemon(words: readonly string[]): void {
  const options = daemonOptions(words);
  const sockets = socketPaths(options.hosts);
  using opened = new DisposableStack();
  opened.use(openSockets(sockets));
  if (options.ipForward) switchForwardingOn();
  const bridge = openBridge(options);
  const rules = options.iptables && Bun.which("iptables-restore") !== null;
  if (!options.icc) requireFiltering(rules);
  if (bridge !== null && rules) installRules(bridge, options.icc);
  mkdirSync(STATE_FOLDER, { recursive: true });
  makeBase();
  writeFileSync(`${DAEMON_RECORD}.new`, JSON.stringify({ options, bridge, rules, sockets } satisfies Daemon));
  renameSync(`${DAEMON_RECORD}.new`, DAEMON_RECORD);
  // Keeps the sockets
  opened.move();
}

/**
 * Requires what `--icc=false` needs: iptables, and bridged packets that pass through it. Without either it
 * would have no effect.
 *
 * @throws {DockerFailure} naming what is missing
 */
function requireFiltering(rules: boolean): void {
  if (!rules) throw new DockerFailure("Error starting daemon: --icc=false needs iptables, which is not installed");
  if (!existsSync(BRIDGE_FILTERING)) {
    throw new DockerFailure(
      "Error starting daemon: --icc=false needs the kernel module br_netfilter: modprobe br_netfilter",
    );
  }
  writeFileSync(BRIDGE_FILTERING, "1");
}

/** Stops the engine; the bridge and the rules stay, as with Docker. Its containers must have ended */
export function forgetDaemon(): void {
  closeSockets(readDaemon()?.sockets ?? []);
  rmSync(DAEMON_RECORD, { force: true });
}
