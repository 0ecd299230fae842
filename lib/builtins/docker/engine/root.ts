/**
 * A container's root: its image's layers and the machine's own file system, copy-on-write.
 *
 * @module
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { mountDevices } from "../../../hosts/root/devices.ts";
import { bind, makePrivate, mount, pivotRoot } from "../../../netlink/mount.ts";
import { imageOf } from "./images.ts";
import { layersOf, mountLayers } from "./layers.ts";
import type { ContainerSettings } from "./container.ts";
import type { ContainerFiles } from "./store.ts";
import { mountVolumes } from "./mount-volumes.ts";

/**
 * Makes the calling thread's mount namespace, which must be new, the container's.
 *
 * The image's own hostname, hosts and resolv.conf are not changed: the container's are mounted over them.
 */
export function enterContainerRoot(files: ContainerFiles, settings: ContainerSettings): void {
  makePrivate();
  const { root } = files;
  mountLayers(files, layersOf(imageOf(settings.imageId)));
  mountDevices(root);
  bind("/proc", join(root, "proc"));
  mount("sysfs", join(root, "sys"), "", ["ro", "nosuid", "nodev", "noexec"]);
  bindFile(files.hostname, join(root, "etc/hostname"));
  bindFile(files.hosts, join(root, "etc/hosts"));
  bindFile(files.resolvConf, join(root, "etc/resolv.conf"));
  mountVolumes(root, settings.volumes);
  pivotRoot(root);
}

function bindFile(source: string, target: string): void {
  if (!existsSync(target)) writeFileSync(target, "");
  bind(source, target);
}
