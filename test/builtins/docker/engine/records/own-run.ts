/**
 * The engine's records on a `/run` of one's own, for functions that `namespacesFor()` runs.
 */
import { mkdirSync, writeFileSync } from "node:fs";

import type {
  Container,
  ContainerRecord,
  ContainerSettings,
  Endpoint,
} from "../../../../../lib/builtins/docker/engine/container.ts";
import type { Daemon } from "../../../../../lib/builtins/docker/engine/daemon.ts";
import { filesOf, STATE_FOLDER, writeRecord } from "../../../../../lib/builtins/docker/engine/store.ts";
import { BASE, digestOf, type Image } from "../../../../../lib/builtins/docker/image.ts";
import { parseContainerName } from "../../../../../lib/values/name/container-name.ts";
import { parseIpv4 } from "../../../../../lib/values/address/ipv4.ts";

/** Has an empty `/run` with the engine's folder, which ends with this process */
export function takeOwnRun(): void {
  const { success, stderr } = Bun.spawnSync(["mount", "-t", "tmpfs", "tmpfs", "/run"]);
  if (!success) throw new Error(stderr.toString());
  mkdirSync(STATE_FOLDER, { recursive: true });
}

/** An id of 64 digits that begins with these */
export function idOf(digits: string): Container["id"] {
  return digits.padEnd(64, "0") as Container["id"]; // what an id looks like
}

const SETTINGS: ContainerSettings = {
  hostname: "web-host",
  image: "base",
  imageId: BASE.id,
  volumes: [],
  command: ["sleep", "600"],
  environment: [],
  labels: {},
  workingFolder: "/",
  network: "bridge",
  privileged: false,
  dns: [],
  dnsSearch: [],
  links: [],
  exposed: [],
  published: [],
  publishAll: false,
  attached: false,
  interactive: false,
  terminal: false,
  removedOnExit: false,
};

/** A place on docker0 */
export function endpointAt(address: string): Endpoint {
  return {
    bridge: "docker0",
    address: parseIpv4(address),
    prefix: 16,
    gateway: parseIpv4("172.17.42.1"),
    mac: "02:42:ac:11:00:02",
    mtu: 1500,
    veth: "vethAQI2QT",
    published: [],
  };
}

/** What a container is that it isn't by itself */
export interface Changes extends Partial<Omit<ContainerRecord, "id" | "name" | "settings">> {
  readonly settings?: Partial<ContainerSettings>;
  /** Its place on docker0, in a run that has begun; `null` for a run without one */
  readonly at?: string | null;
}

/** A container's record; in its id first come these digits */
export function recordOf(digits: string, name: string, { settings, at, ...changes }: Changes = {}): ContainerRecord {
  const endpoint = typeof at === "string" ? endpointAt(at) : null;
  return {
    id: idOf(digits),
    name: parseContainerName(name),
    created: "2014-06-01T00:00:00.000Z",
    settings: { ...SETTINGS, ...settings },
    run: at === undefined ? null : { started: "2014-06-01T00:00:01.000Z", endpoint, filesOf: idOf(digits) },
    failedStart: null,
    ...changes,
  };
}

/** Writes a record down, and what has become of its container: an exit status, or a parent of its first process */
export function put(record: ContainerRecord, life: { exit?: string; parent?: number } = {}): ContainerRecord {
  writeRecord(record);
  const files = filesOf(record.id);
  writeFileSync(files.exit, life.exit ?? "");
  if (life.parent !== undefined) writeFileSync(files.parent, `${life.parent}\n`);
  return record;
}

/** An image of that name, upon another one */
export function imageOn(
  parent: Image["parent"],
  id: string,
  names: readonly string[],
  changes: Partial<Image> = {},
): Image {
  return {
    id: digestOf(id),
    parent,
    names,
    created: "2014-06-01T00:00:00.000Z",
    madeBy: `RUN ${id}`,
    container: null,
    layer: { id: digestOf(`${id}, its layer`), size: 10 },
    config: BASE.config,
    ...changes,
  };
}

/** A running engine with docker0 */
export const DAEMON: Daemon = {
  options: {
    bridge: null,
    bip: null,
    mtu: null,
    icc: true,
    iptables: true,
    ipForward: true,
    ip: parseIpv4("0.0.0.0"),
    dns: [],
    dnsSearch: [],
    hosts: [],
  },
  bridge: null,
  rules: false,
  sockets: [],
};

/** What a function returns, or which error it throws */
export async function outcome<T>(act: () => T | Promise<T>): Promise<T | { error: string; message: string }> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error) return { error: error.name, message: error.message };
    throw error;
  }
}
