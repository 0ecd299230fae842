/**
 * Stores the engine's records: a folder per container, with a JSON file that is replaced as a whole.
 *
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { ContainerId } from "../../../values/name/container-id.ts";
import type { Container, ContainerRecord, ContainerState } from "./container.ts";
import { firstProcess } from "./process/first-process.ts";
import { lock } from "./lock.ts";

/** The engine's state folder, on the sandbox's own `/run` */
export const STATE_FOLDER = "/run/wirework-host/docker";

const CONTAINERS = join(STATE_FOLDER, "containers");

/** The files of a container's folder */
export interface ContainerFiles {
  readonly folder: string;
  readonly record: string;
  /** Empty while it runs, then its exit status, written by its supervisor */
  readonly exit: string;
  /** Its output; all output of a terminal */
  readonly output: string;
  readonly errors: string;
  /** A named pipe to its standard input */
  readonly input: string;
  /** Shell lines that its supervisor runs after its end, and then deletes */
  readonly cleanup: string;
  /** The parent of its first process, written just before that begins */
  readonly parent: string;
  /** Locked while the proxy of its published ports lives */
  readonly proxy: string;
  /** The proxy's sockets; with many ports, too long for a command line */
  readonly forwards: string;
  readonly hostname: string;
  readonly hosts: string;
  readonly resolvConf: string;
  /** The text that the engine has last written into resolv.conf */
  readonly resolvConfWritten: string;
  /** Folders of its anonymous volumes, one per line */
  readonly anonymous: string;
  /** Exists while it is stopped for a restart */
  readonly restarting: string;
  /** The mount point of its root: an empty folder to all processes but its own */
  readonly root: string;
  /** The files that it has written */
  readonly written: string;
}

/** Returns the paths of a container's files */
export function filesOf(id: ContainerId): ContainerFiles {
  const folder = join(CONTAINERS, id);
  const file = (name: string) => join(folder, name);
  return {
    folder,
    record: file("container.json"),
    exit: file("exit"),
    output: file("output"),
    errors: file("errors"),
    input: file("input"),
    cleanup: file("cleanup"),
    parent: file("parent"),
    proxy: file("proxy"),
    forwards: file("forwards.json"),
    hostname: file("hostname"),
    hosts: file("hosts"),
    resolvConf: file("resolv.conf"),
    resolvConfWritten: file("resolv.conf.written"),
    anonymous: file("anonymous"),
    restarting: file("restarting"),
    root: file("root"),
    written: file("written"),
  };
}

/** Locks the records against other `docker` processes */
export function lockRecords(): Promise<Disposable> {
  return lock(join(STATE_FOLDER, "lock"));
}

/** Writes a container's record; readers see the old version or the new one */
export function writeRecord(record: ContainerRecord): void {
  const { folder, record: file } = filesOf(record.id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(record));
  renameSync(`${file}.new`, file);
}

/**
 * Begins an empty file for the exit status of a container's next run. That of the last run stays as it is for those
 * who have it open: they would miss an end that a new start follows at once
 */
export function newExitFile({ exit }: ContainerFiles): void {
  // A client that is attached to a container before its first start has this one open
  if (statSync(exit).size === 0) return;
  writeFileSync(`${exit}.new`, "", { mode: 0o600 });
  renameSync(`${exit}.new`, exit);
}

/** Deletes a container's record */
export function removeRecord(id: ContainerId): void {
  rmSync(filesOf(id).folder, { recursive: true, force: true });
}

/** Reads all containers, the newest first, as `docker ps` lists them */
export function readContainers(): Container[] {
  if (!existsSync(CONTAINERS)) return [];
  return readdirSync(CONTAINERS)
    .map((id) => readContainer(id as ContainerId)) // Only the engine creates folders here, and names them by id
    .filter((container) => container !== null)
    .sort((one, other) => other.created.localeCompare(one.created));
}

/** Reads a container; `null` when there is none, or it was just removed */
export function readContainer(id: ContainerId): Container | null {
  try {
    const record = JSON.parse(readFileSync(filesOf(id).record, "utf8")) as ContainerRecord; // written by writeRecord()
    return { ...record, state: stateOf(record) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function stateOf({ id, run, failedStart }: ContainerRecord): ContainerState {
  if (run === null) return { status: "created", exitCode: failedStart?.exitCode ?? 0 };
  const files = filesOf(id);
  const exitStatus = readFileSync(files.exit, "utf8").trim();
  if (exitStatus !== "") {
    return { status: "exited", exitCode: Number(exitStatus), finished: statSync(files.exit).mtime.toISOString() };
  }
  // Its first process has not begun, and never will if its starter was killed
  if (!existsSync(files.parent)) return { status: "created", exitCode: 0 };
  return { status: "running", pid: firstProcess(files) };
}
