/**
 * A container's root: its image's layers and the machine's own file system, copy-on-write.
 *
 * @module
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { mountDevices } from "../../../../hosts/root/devices.ts";
import { openNetworkDevices, protectMachineSettings, protectSettings } from "../../../../hosts/root/kernel-files.ts";
import { bind, makePrivate, makeReadOnly, mount, pivotRoot } from "../../../../netlink/mount.ts";
import { imageOf } from "../images/images.ts";
import { layersOf, mountLayers } from "../images/layers.ts";
import type { ContainerSettings } from "../container.ts";
import type { ContainerFiles } from "../store.ts";
import { mountVolumes } from "./mount-volumes.ts";

/**
 * Makes the calling thread's mount namespace, which must be new, the container's.
 *
 * The image's own hostname, hosts and resolv.conf are not changed: the container's are mounted over them.
 *
 * @param files its own
 * @param networkFiles those three are of these: in another container's network they are that one's
 */
export function enterContainerRoot(
  files: ContainerFiles,
  networkFiles: ContainerFiles,
  settings: ContainerSettings,
): void {
  makePrivate();
  const { root } = files;
  mountLayers(files, layersOf(imageOf(settings.imageId)));
  mountDevices(root);
  // Of the namespace of process ids that the calling process is the first of
  mount("proc", join(root, "proc"), "", ["nosuid", "nodev", "noexec"]);
  mount("sysfs", join(root, "sys"), "", ["nosuid", "nodev", "noexec"]);
  makeReadOnly(join(root, "sys"));
  if (settings.privileged) openNetworkDevices(root);
  // In Docker's order, which `mount` shows
  bindFile(networkFiles.resolvConf, join(root, "etc/resolv.conf"));
  bindFile(networkFiles.hostname, join(root, "etc/hostname"));
  bindFile(networkFiles.hosts, join(root, "etc/hosts"));
  mountVolumes(root, settings.volumes);
  if (settings.privileged) protectMachineSettings(join(root, "proc"));
  else protectSettings(join(root, "proc"));
  pivotRoot(root);
}

/** That of another container may be gone with it. Source: moby 20.10, `container/container_unix.go`, `NetworkMounts` */
function bindFile(source: string, target: string): void {
  if (!existsSync(source)) return;
  if (!existsSync(target)) writeFileSync(target, "");
  bind(source, target);
}
