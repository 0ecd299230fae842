/**
 * All of the machine that wiring could change, and nobody else changes meanwhile: root's test file that imports this runs on a
 * private machine. Of processes see `mark.ts`.
 */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";

import { enterPrivateMachine } from "../machine/private-machine.ts";

enterPrivateMachine();

/** The machine at a moment; two that are equal show that nothing is left of what was between */
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
 * Folders that root's run could leave something in; whether it does in `/tmp`, a test with a `/tmp` of its own shows. The names of
 * the machine's own folders only are looked at: devices come and go in `/dev`, and hidden files in people's homes
 */
const FOLDERS = ["/", "/run", "/run/netns", "/var", "/dev", "/root", "/home", "/mnt", "/srv", "/opt", "/media"];

/** Folders whose files it could also change */
const SETTINGS_FOLDERS = ["/etc", "/etc/default", "/etc/network"];

/** Kernel settings */
const SYSCTLS = ["/proc/sys/net/ipv4", "/proc/sys/net/bridge", "/proc/sys/user"];

/** An ordinary user's run could leave something at home only: the machine's networks, mounts and settings are root's */
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

/** Some can only be written */
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

/** Lists a folder, without what other tests have made there meanwhile: their names begin so */
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

/** Whether it is a test's own, or comes with the first mount(8) that any test runs: libmount's, of which nothing is ours */
function isTests(folder: string, name: string): boolean {
  return name.startsWith("wirework-test-") || (name === "mount" && /^(?:\/var)?\/run$/.test(folder));
}
