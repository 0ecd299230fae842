/**
 * A container's root: image `base`, which is the machine's own file system, copy-on-write.
 *
 * @module
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { mirrorTopLevel, ownFolders, raiseScaffold } from "../../../hosts/root/copy-on-write.ts";
import { mountDevices } from "../../../hosts/root/devices.ts";
import { bind, makePrivate, mount, pivotRoot } from "../../../netlink/mount.ts";
import type { ContainerFiles } from "./store.ts";

/** The article's prompt, `root@63f36fc01b5f:/#`, whatever the machine's own bash is told */
const BASHRC = "PS1='\\u@\\h:\\w\\$ '\n";

/** An existing folder that images leave empty: the scaffold stands on it */
const PLACE = "/mnt";

/**
 * Makes the calling thread's mount namespace, which must be new, the container's.
 *
 * The image's own hostname, hosts and resolv.conf are not changed: the container's are mounted over them.
 */
export function enterContainerRoot(files: ContainerFiles): void {
  makePrivate();
  const scaffold = raiseScaffold(PLACE);
  const { root } = scaffold;
  mirrorTopLevel(scaffold, []);
  ownFolders(root);
  mountDevices(root);
  bind("/proc", join(root, "proc"));
  mount("sysfs", join(root, "sys"), "", ["ro", "nosuid", "nodev", "noexec"]);
  writeFileSync(join(root, "etc/bash.bashrc"), BASHRC);
  bindFile(files.hostname, join(root, "etc/hostname"));
  bindFile(files.hosts, join(root, "etc/hosts"));
  bindFile(files.resolvConf, join(root, "etc/resolv.conf"));
  pivotRoot(root);
}

function bindFile(source: string, target: string): void {
  if (!existsSync(target)) writeFileSync(target, "");
  bind(source, target);
}
