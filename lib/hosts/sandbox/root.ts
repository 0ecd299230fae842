/**
 * The sandbox's root: the machine as it is, with nothing written to it ever.
 *
 * @module
 */
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { makePrivate, mount, pivotRoot } from "../../netlink/mount.ts";
import { mountDevices } from "../root/devices.ts";
import { mirrorTopLevel, ownFolders, raiseScaffold, showReadOnly } from "../root/copy-on-write.ts";
import { copyEtc } from "./etc.ts";

/** A second sysfs, out of the way: `ip netns exec` unmounts `/sys`, and may mount it anew only while another is in sight */
const HIDDEN_SYSFS = "mnt/.sys";

/** Folders that most machines have and few need: one of them is hidden under the scaffold while it stands */
const PLACES = ["/mnt", "/srv", "/media", "/opt", "/home", "/tmp"] as const;

/**
 * Makes this process's mount namespace a copy-on-write image of the machine, and its root the new one.
 * Runs in the namespaces of the sandbox, as its root.
 *
 * @param kept files and folders that must be there, read-only, at the very same paths (the project, Bun, a recipe's folder)
 * @throws {KernelError} when a mount is refused
 */
export function enterSandboxRoot(kept: readonly string[]): void {
  makePrivate();
  const scaffold = raiseScaffold(placeFor(kept));
  const { root } = scaffold;
  mirrorTopLevel(scaffold, ["etc"]);
  ownFolders(root);
  copyEtc(root);
  mountDevices(root);
  mount("proc", join(root, "proc"), "", ["nosuid", "nodev", "noexec"]);
  mount("sysfs", join(root, "sys"));
  mkdirSync(join(root, HIDDEN_SYSFS), { recursive: true });
  mount("sysfs", join(root, HIDDEN_SYSFS));
  for (const path of kept) keep(path, root);
  pivotRoot(root);
}

/** Somewhere to build that hides none of what must be kept */
function placeFor(kept: readonly string[]): string {
  const hidesNone = (place: string) => !kept.some((path) => `${path}/`.startsWith(`${place}/`));
  const place = PLACES.find((candidate) => existsSync(candidate) && hidesNone(candidate));
  if (place === undefined)
    throw new Error(`Cannot find a folder to build the sandbox on: none of ${PLACES.join(", ")} is free`);
  return place;
}

function keep(path: string, root: string): void {
  const target = join(root, path);
  if (statSync(path).isDirectory()) {
    mkdirSync(target, { recursive: true });
  } else {
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target)) writeFileSync(target, "");
  }
  showReadOnly(path, target);
}
