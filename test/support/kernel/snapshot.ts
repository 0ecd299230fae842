/**
 * Everything on the machine that wiring could change, and nobody else changes meanwhile: root's test file
 * that imports this runs on a private machine. `mark.ts` covers processes.
 */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";

import { enterPrivateMachine } from "../machine/private-machine.ts";

enterPrivateMachine();

/** The machine's state at one moment; two equal ones show that nothing is left of what was between them */
export interface Snapshot {
  readonly links: string;
  readonly addresses: string;
  readonly routes: string;
  readonly rules: string;
  readonly mounts: readonly string[];
  readonly settings: readonly string[];
  readonly files: readonly string[];
}

/**
 * Folders that root's run could leave something in; a test with its own `/tmp` covers that one. Only names
 * are compared, without devices in `/dev` and hidden files in homes, which come and go
 */
const FOLDERS = ["/", "/run", "/run/netns", "/var", "/dev", "/root", "/home", "/mnt", "/srv", "/opt", "/media"];

/** Folders whose files it could change, too */
const SETTINGS_FOLDERS = ["/etc", "/etc/default", "/etc/network"];

/** Kernel settings */
const SYSCTLS = ["/proc/sys/net/ipv4", "/proc/sys/net/bridge", "/proc/sys/user"];

/** An ordinary user's run could leave something at home only: networks, mounts and settings are root's */
const OF_A_USER: Snapshot = { links: "", addresses: "", routes: "", rules: "", mounts: [], settings: [], files: [] };

/** Takes a snapshot */
export function takeSnapshot(): Snapshot {
  if (process.geteuid?.() !== 0) return { ...OF_A_USER, files: list(homedir()) };
  return {
    links: output("ip", "-details", "link"),
    addresses: output("ip", "addr").replace(/valid_lft \S+ preferred_lft \S+/g, ""),
    routes: output("ip", "route", "show", "table", "all"),
    rules: rules(),
    mounts: readFileSync("/proc/self/mountinfo", "utf8").trimEnd().split("\n"),
    settings: [
      ...SYSCTLS.flatMap(settingsBelow),
      ...["core_pattern", "hostname"].map((name) => setting(`/proc/sys/kernel/${name}`)),
    ],
    files: [...FOLDERS.flatMap(list), ...SETTINGS_FOLDERS.flatMap(list).map((path) => `${path} ${changed(path)}`)],
  };
}

function rules(): string {
  return output("iptables-save")
    .replace(/^#.*$/gm, "")
    .replace(/\[\d+:\d+\]/g, "");
}

function output(...argv: string[]): string {
  const { stdout, stderr, success } = Bun.spawnSync(argv);
  if (!success) throw new Error(`Cannot take a snapshot: \`${argv.join(" ")}\`: ${stderr.toString()}`);
  return stdout.toString();
}

function settingsBelow(folder: string): readonly string[] {
  return list(folder).flatMap((path) => (statSync(path).isDirectory() ? settingsBelow(path) : [setting(path)]));
}

/** Reads a setting; some are write-only */
function setting(file: string): string {
  try {
    return `${file}=${readFileSync(file, "utf8").trim()}`;
  } catch {
    return file;
  }
}

function changed(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path);
    return `${size} ${mtimeMs}`;
  } catch {
    return "dangling";
  }
}

/** Lists a folder, without what other tests have made there, by the beginning of its name */
function list(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !isOthers(folder, entry));
    return entries.map(({ name }) => `${folder}/${name}`).toSorted();
  } catch {
    return [];
  }
}

function isOthers(folder: string, entry: Dirent): boolean {
  if (folder === "/dev" && !entry.isFile() && !entry.isDirectory()) return true;
  return isTests(folder, entry.name) || (/^\/(?:root|home\/.*)$/.test(folder) && entry.name.startsWith("."));
}

/** Recognises what belongs to tests, or comes with the first mount(8) of any test: libmount's folder */
function isTests(folder: string, name: string): boolean {
  return name.startsWith("wirework-test-") || (name === "mount" && /^(?:\/var)?\/run$/.test(folder));
}
