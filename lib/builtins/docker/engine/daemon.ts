/**
 * The engine as a service: what `service docker start` sets up, and what is left when it stops.
 *
 * @module
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Ipv4Cidr } from "../../../values/address/ipv4-cidr.ts";
import { daemonOptions, type DaemonOptions } from "../options/daemon-options.ts";
import { DockerFailure } from "../failure.ts";
import { openBridge } from "./network/bridge.ts";
import { switchForwardingOn } from "./network/forwarding.ts";
import { dialled, isDialled } from "./dialled.ts";
import { makeBase } from "./images/layers.ts";
import { installRules } from "./network/rules.ts";
import { closeSockets, openSockets, socketPaths } from "./sockets.ts";
import { STATE_FOLDER } from "./store.ts";

/** The running engine */
export interface Daemon {
  readonly options: DaemonOptions;
  /** `null` with `--bridge=none` */
  readonly bridge: Bridge | null;
  /** False with `--iptables=false`, and where iptables isn't installed */
  readonly rules: boolean;
  /** Where its sockets are */
  readonly sockets: readonly string[];
}

/** The bridge that containers are put on, with its own address */
export interface Bridge {
  /** As Docker names a network: 64 hexadecimal digits, others at each start */
  readonly id: string;
  readonly name: string;
  readonly cidr: Ipv4Cidr;
  readonly mtu: number;
}

/** Where the running engine is written down, when it is started */
export const DAEMON_RECORD = join(STATE_FOLDER, "daemon.json");
const BRIDGE_FILTERING = "/proc/sys/net/bridge/bridge-nf-call-iptables";

/** The running engine; `null` when it is stopped */
export function readDaemon(): Daemon | null {
  try {
    return JSON.parse(readFileSync(DAEMON_RECORD, "utf8")) as Daemon; // written by startDaemon()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The running engine, as far as a client reaches it; `null` when it is stopped, or listens elsewhere */
export function reachDaemon(): Daemon | null {
  const daemon = readDaemon();
  return daemon !== null && isDialled(daemon.sockets) ? daemon : null;
}

/** The running engine, for a command that needs it */
export function requireDaemon(): Daemon {
  const daemon = reachDaemon();
  if (daemon !== null) return daemon;
  throw new DockerFailure(`Cannot connect to the Docker daemon at ${dialled()}. Is the docker daemon running?`);
}

/**
 * Starts the engine: makes its sockets, switches forwarding on, makes or takes over the bridge, installs the rules.
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
  // They stay
  opened.move();
}

/**
 * `--icc=false` needs iptables, and bridged packets that pass through it: without either it would only seem to work.
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

/** Stops the engine; the bridge and the rules stay, as Docker leaves them. Its containers must have ended */
export function forgetDaemon(): void {
  closeSockets(readDaemon()?.sockets ?? []);
  rmSync(DAEMON_RECORD, { force: true });
}
