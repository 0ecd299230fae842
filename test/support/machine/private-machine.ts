/**
 * Gives a test file a private part of the machine, which shows nothing of what people and other tests do
 * meanwhile.
 */
import { afterAll } from "bun:test";
import { closeSync, openSync, readFileSync } from "node:fs";

import { checked, libc } from "../../../lib/netlink/libc.ts";
import { bringLoopbackUp } from "../../../lib/netlink/loopback.ts";
import { bind, makePrivate, mount } from "../../../lib/netlink/mount.ts";
import { CLONE_NEWNET } from "../../../lib/netlink/namespaces.ts";

/** Constants of include/uapi/linux/sched.h */
const CLONE_FS = 0x200;
const CLONE_NEWNS = 0x2_0000;
const CLONE_NEWUTS = 0x400_0000;

const KINDS: readonly (readonly [name: string, flag: number])[] = [
  ["net", CLONE_NEWNET],
  ["uts", CLONE_NEWUTS],
  ["mnt", CLONE_NEWNS],
];

/** Folders through which processes find and lock out each other, and of their settings */
const FOLDERS = ["/run", "/etc"] as const;

/**
 * Descriptors for the way back; empty outside a private machine. Without `--isolate`, modules outlive a test
 * file
 */
let outside: readonly (readonly [fd: number, flag: number])[] = [];

/**
 * Moves root's test file to a network, `/run`, `/etc` and host name of its own; the programs that it starts
 * come with it. It leaves when its tests are done. An ordinary user's part of the machine is private anyway.
 *
 * unshare(2) affects the calling thread, which starts the programs. Bun's other threads stay outside, so
 * these folders must be read with synchronous functions.
 */
export function enterPrivateMachine(): void {
  if (outside.length > 0 || process.geteuid?.() !== 0) return;
  outside = KINDS.map(([name, flag]) => [openSync(`/proc/thread-self/ns/${name}`, "r"), flag] as const);
  makePrivateMachine();
  if (isIsolated()) afterAll(leave);
}

/** Makes a private machine from the current one, and enters it */
export function makePrivateMachine(): void {
  checked("make namespaces", libc.unshare(CLONE_NEWNET | CLONE_NEWUTS | CLONE_NEWNS));
  makePrivate();
  bringLoopbackUp();
  for (const folder of FOLDERS) copyOver(folder);
}

/** Mounts a copy over a folder: all of `/etc`, and the part of `/run` that `/etc` links to */
function copyOver(folder: (typeof FOLDERS)[number]): void {
  const sources = folder === "/etc" ? ["/etc/."] : runtimeFiles();
  const copied = `/tmp/wirework-test-${process.pid}${folder.replace("/", "-")}`;
  run("mkdir", copied);
  mount("tmpfs", copied, "mode=755");
  if (sources.length > 0) run("cp", "--archive", ...(folder === "/run" ? ["--parents"] : []), ...sources, `${copied}/`);
  bind(copied, folder);
  run("umount", copied);
  run("rmdir", copied);
}

function run(...argv: string[]): void {
  const { exitCode, stderr } = Bun.spawnSync(argv, { cwd: "/run" });
  if (exitCode !== 0) throw new Error(`Cannot enter a private machine: \`${argv.join(" ")}\`: ${stderr.toString()}`);
}

/** Lists the files of name servers, if `/etc/resolv.conf` is a link to `/run` */
function runtimeFiles(): readonly string[] {
  const { stdout } = Bun.spawnSync(["realpath", "--canonicalize-existing", "/etc/resolv.conf"]);
  const path = stdout.toString().trim();
  return path.startsWith("/run/") ? [path.slice("/run/".length)] : [];
}

/** Returns, for the next file's tests */
function leave(): void {
  const folder = process.cwd();
  for (const [fd, flag] of outside) {
    enter(fd, flag);
    closeSync(fd);
  }
  process.chdir(folder);
  outside = [];
}

/**
 * Enters a namespace. Threads started meanwhile share this one's working folder, with which setns(2) refuses
 * a mount namespace; Bun may start one at any moment.
 */
function enter(fd: number, flag: number): void {
  for (let tries = 1; ; tries += 1) {
    const result = Math.min(libc.unshare(CLONE_FS), libc.setns(fd, flag));
    if (result === 0 || tries === MOST_TRIES) return void checked("leave a namespace", result);
  }
}

const MOST_TRIES = 100;

/** Reports whether each file has its own modules, as in a worker of `bun test --parallel` */
function isIsolated(): boolean {
  return readFileSync("/proc/self/cmdline", "utf8").split("\0").includes("--isolate");
}
