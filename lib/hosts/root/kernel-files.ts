/**
 * Mounts `/proc` and `/sys` so that the machine's settings can't be changed.
 *
 * @module
 */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { bind, makeReadOnly, makeWritable, mount } from "../../netlink/mount.ts";

/**
 * A second, hidden sysfs: `ip netns exec` unmounts `/sys`, and the kernel allows a new one only while another
 * is visible
 */
const HIDDEN_SYSFS = "mnt/.sys";

/** Settings of the whole machine; not every kernel has the second */
const MACHINE_SETTINGS: readonly string[] = ["proc/sys", "proc/sysrq-trigger"];

/** Settings of the network namespace, which its owner may change */
const NETWORK_SETTINGS = "proc/sys/net";
const NETWORK_DEVICES = "sys/devices/virtual/net";

/**
 * Mounts them in a new root, with everything that belongs to the whole machine read-only: without a user
 * namespace, root of the host is real root and could write there.
 *
 * The same paths as `lxc.mount.auto = proc:mixed sys:mixed`, lxc.container.conf(5).
 */
export function mountKernelFiles(root: string): void {
  mount("proc", join(root, "proc"), "", ["nosuid", "nodev", "noexec"]);
  protectThere(MACHINE_SETTINGS.map((name) => join(root, name)));
  unprotect(join(root, NETWORK_SETTINGS));
  for (const path of ["sys", HIDDEN_SYSFS]) {
    mkdirSync(join(root, path), { recursive: true });
    mount("sysfs", join(root, path));
    // Only the mount is made read-only, not its file system: otherwise the kernel would refuse the mount of
    // `ip netns exec`
    makeReadOnly(join(root, path));
  }
  openNetworkDevices(root);
}

/**
 * Parts of `/proc` that are read-only in an ordinary container and writable in a privileged one: Docker's
 * paths, in its order
 */
const CONTAINER_SETTINGS: readonly string[] = ["bus", "fs", "irq", "sys", "sysrq-trigger"];
const PRIVILEGED_SETTINGS: readonly string[] = ["sys", "sysrq-trigger"];

/** Makes those paths read-only below an ordinary container's `/proc` */
export function protectSettings(proc: string): void {
  protectThere(CONTAINER_SETTINGS.map((name) => join(proc, name)));
}

/** Makes the paths of a privileged container read-only, except the network settings, which its host may write, too */
export function protectMachineSettings(proc: string): void {
  protectThere(PRIVILEGED_SETTINGS.map((name) => join(proc, name)));
  unprotect(join(proc, "sys/net"));
}

function protectThere(paths: readonly string[]): void {
  for (const path of paths) if (existsSync(path)) protect(path);
}

/** Makes the network's part of a read-only `/sys` writable */
export function openNetworkDevices(root: string): void {
  unprotect(join(root, NETWORK_DEVICES));
}

function protect(path: string): void {
  bind(path, path);
  makeReadOnly(path);
}

function unprotect(path: string): void {
  bind(path, path);
  makeWritable(path);
}
