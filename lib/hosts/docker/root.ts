/**
 * Mounts that the root of a Docker host has in addition to a sandbox's.
 *
 * @module
 */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { bind, makeWritable, mount } from "../../netlink/mount.ts";
import type { Furnish } from "../root/enter-root.ts";
import { hierarchies } from "./cgroups.ts";

/** State folders of the engine and of containerd: images, layers, containers */
const STATE = ["var/lib/docker", "var/lib/containerd"] as const;

const CGROUPS = "/sys/fs/cgroup";

/**
 * Gives the host empty state folders for the engine, and its own cgroups; it can't see the machine's.
 *
 * @param cgroup the name of the host's own cgroup, in each hierarchy
 */
export function dockerRoot(cgroup: string): Furnish {
  return (root) => {
    for (const path of STATE.map((name) => join(root, name))) {
      mkdirSync(path, { recursive: true });
      mount("tmpfs", path, "mode=711");
    }
    // Settings of the machine's own Docker must not apply here; the same holds for /etc/default/docker
    rmSync(join(root, "etc/docker"), { recursive: true, force: true });
    showCgroups(root, cgroup);
  };
}

/**
 * Mounts the host's own cgroup of each hierarchy, one mount each: runc(8) crosses no mounts on the way to a
 * container's cgroup
 */
function showCgroups(root: string, cgroup: string): void {
  const own = hierarchies().filter((hierarchy) => existsSync(join(hierarchy, cgroup)));
  if (!own.includes(CGROUPS)) mount("tmpfs", join(root, CGROUPS), "mode=755");
  for (const hierarchy of own) {
    mkdirSync(join(root, hierarchy), { recursive: true });
    bind(join(hierarchy, cgroup), join(root, hierarchy));
    makeWritable(join(root, hierarchy));
  }
}
