/**
 * The kernel's own file systems, `/proc` and `/sys`, with the machine's settings out of reach.
 *
 * @module
 */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { bind, makeReadOnly, makeWritable, mount } from "../../netlink/mount.ts";

/** A second sysfs, out of the way: `ip netns exec` unmounts `/sys`, and may mount it anew only while another is in sight */
const HIDDEN_SYSFS = "mnt/.sys";

/** What is the whole machine's; not every kernel has the second */
const MACHINE_SETTINGS: readonly string[] = ["proc/sys", "proc/sysrq-trigger"];

/** What belongs to the network namespace, and so to whoever owns that */
const NETWORK_SETTINGS = "proc/sys/net";
const NETWORK_DEVICES = "sys/devices/virtual/net";

/**
 * Mounts them in a new root. All that belongs to the whole machine is read-only: root without a user namespace of its
 * own is real root, which may write there.
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
    // The mount, not its file system: while that is read-only the kernel lets `ip netns exec` mount no other
    makeReadOnly(join(root, path));
  }
  openNetworkDevices(root);
}

/** What of `/proc` a container may only read, and what a privileged one may write: Docker's own paths, in its order */
const CONTAINER_SETTINGS: readonly string[] = ["bus", "fs", "irq", "sys", "sysrq-trigger"];
const PRIVILEGED_SETTINGS: readonly string[] = ["sys", "sysrq-trigger"];

/** Makes what a container must not write read-only, below its `/proc` */
export function protectSettings(proc: string): void {
  protectThere(CONTAINER_SETTINGS.map((name) => join(proc, name)));
}

/** The same for a privileged one, which may write what the host may, the settings of the network */
export function protectMachineSettings(proc: string): void {
  protectThere(PRIVILEGED_SETTINGS.map((name) => join(proc, name)));
  unprotect(join(proc, "sys/net"));
}

function protectThere(paths: readonly string[]): void {
  for (const path of paths) if (existsSync(path)) protect(path);
}

/** Makes what belongs to the network writable, below a read-only `/sys` */
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
