/**
 * All of the machine that wiring could change.
 */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The machine at a moment; two that are equal show that nothing is left of what was between */
export interface Snapshot {
  readonly links: string;
  readonly addresses: string;
  readonly routes: string;
  readonly rules: string;
  readonly mounts: readonly string[];
  readonly settings: readonly string[];
  readonly namespaces: readonly string[];
  readonly processes: readonly string[];
  readonly files: readonly string[];
}

/** Folders that a run could leave something in */
const FOLDERS = ["/", "/run", "/run/netns", "/tmp", "/var/tmp", "/dev/shm", "/etc", "/etc/default", "/root", "/mnt", "/srv", "/opt"];

/** Takes a snapshot; of processes, those that were not there when the tests began are told by their command line */
export function takeSnapshot(): Snapshot {
  return {
    links: output("ip", "-details", "link"),
    addresses: output("ip", "addr").replace(/valid_lft \S+ preferred_lft \S+/g, ""),
    routes: output("ip", "route", "show", "table", "all"),
    rules: output("iptables-save").replace(/^#.*$/gm, "").replace(/\[\d+:\d+\]/g, ""),
    mounts: readFileSync("/proc/self/mountinfo", "utf8").trimEnd().split("\n"),
    settings: ["net/ipv4/ip_forward", "kernel/core_pattern", "net/ipv4/conf/all/rp_filter"].map((name) => {
      return `${name}=${readFileSync(`/proc/sys/${name}`, "utf8").trim()}`;
    }),
    namespaces: namespacesInUse(),
    processes: processesOfOurs(),
    files: FOLDERS.flatMap(list),
  };
}

function output(...argv: string[]): string {
  const { stdout, stderr, success } = Bun.spawnSync(argv);
  if (!success) throw new Error(`Cannot take a snapshot: \`${argv.join(" ")}\`: ${stderr.toString()}`);
  return stdout.toString();
}

/** Of network and mounts, each with the processes' own count left out: a namespace that lives on has a process */
function namespacesInUse(): readonly string[] {
  const found = processIds().flatMap((pid) => ["net", "mnt", "pid", "user"].map((kind) => namespaceOf(pid, kind)));
  return [...new Set(found.filter((name) => name !== null))].toSorted();
}

function namespaceOf(pid: string, kind: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/ns/${kind}`);
  } catch {
    return null;
  }
}

/** What a run starts: the holder, supervisors, containers, runners */
function processesOfOurs(): readonly string[] {
  return processIds()
    .map(commandLine)
    .filter((line) => /unshare|nsenter|supervisor\.sh|inside\.ts|sleep 600|read -r pid/.test(line))
    .toSorted();
}

function processIds(): readonly string[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return "";
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}
