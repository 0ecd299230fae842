/**
 * A container's root: its image's layers on the machine's own file system, copy-on-write.
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
 * Turns the calling thread's new mount namespace into the container's.
 *
 * The image's own hostname, hosts and resolv.conf are not changed: the container's are mounted over them.
 *
 * @param files the container's files
 * @param networkFiles the files to take those three from: in another container's network, that one's
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
  // A new proc shows the PID namespace of this process, the first one in it
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

/**
 * Mounts a file, unless it is gone with the container that it belongs to. Source: moby 20.10,
 * `container/container_unix.go`, `NetworkMounts`
 */
function bindFile(source: string, target: string): void {
  if (!existsSync(source)) return;
  if (!existsSync(target)) writeFileSync(target, "");
  bind(source, target);
}
