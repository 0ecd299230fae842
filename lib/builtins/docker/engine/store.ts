/**
 * The engine's records: a folder a container, with a JSON file that is replaced as a whole.
 *
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { ContainerId } from "../../../values/name/container-id.ts";
import type { Container, ContainerRecord, ContainerState } from "./container.ts";
import { firstProcess } from "./process/first-process.ts";
import { lock } from "./lock.ts";

/** Where the engine keeps what it knows, on the sandbox's own `/run` */
export const STATE_FOLDER = "/run/wirework-host/docker";

const CONTAINERS = join(STATE_FOLDER, "containers");

/** The files of a container's folder */
export interface ContainerFiles {
  readonly folder: string;
  readonly record: string;
  /** Empty while it runs, then its exit status: written by its supervisor */
  readonly exit: string;
  /** What it printed; of a terminal, all of it */
  readonly output: string;
  readonly errors: string;
  /** A named pipe to its standard input */
  readonly input: string;
  /** Lines of shell that its supervisor runs when it has ended; gone when they were */
  readonly cleanup: string;
  /** The process whose child its first process is: written when that is about to begin */
  readonly parent: string;
  /** Locked while the proxy of its published ports lives */
  readonly proxy: string;
  /** What that proxy is to listen at: too long for a command line, where they are many */
  readonly forwards: string;
  readonly hostname: string;
  readonly hosts: string;
  readonly resolvConf: string;
  /** What the engine has last written into that one */
  readonly resolvConfWritten: string;
  /** Folders of volumes that go with it, one a line */
  readonly anonymous: string;
  /** There while it is stopped only to be started again */
  readonly restarting: string;
  /** Where its root is put together: an empty folder to all but its own processes */
  readonly root: string;
  /** What it has written to its root */
  readonly written: string;
}

/** Where a container's files are */
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

/** Waits until no other `docker` changes the records */
export function lockRecords(): Promise<Disposable> {
  return lock(join(STATE_FOLDER, "lock"));
}

/** Writes a container's record; readers see the old one or the new one */
export function writeRecord(record: ContainerRecord): void {
  const { folder, record: file } = filesOf(record.id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(record));
  renameSync(`${file}.new`, file);
}

/** Forgets a container */
export function removeRecord(id: ContainerId): void {
  rmSync(filesOf(id).folder, { recursive: true, force: true });
}

/** Every container, the youngest first, as `docker ps` lists them */
export function readContainers(): Container[] {
  if (!existsSync(CONTAINERS)) return [];
  return readdirSync(CONTAINERS)
    .map((id) => readContainer(id as ContainerId)) // only the engine makes folders here, and names them by id
    .filter((container) => container !== null)
    .sort((one, other) => other.created.localeCompare(one.created));
}

/** One container; `null` when there is none, or none any more */
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
  // Not there yet, or never, if whoever started it was killed over it
  if (!existsSync(files.parent)) return { status: "created", exitCode: 0 };
  return { status: "running", pid: firstProcess(files) };
}
