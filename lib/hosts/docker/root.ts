/**
 * What the root of a Docker host has beside that of a sandbox.
 *
 * @module
 */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { bind, makeWritable, mount } from "../../netlink/mount.ts";
import type { Furnish } from "../root/enter-root.ts";
import { hierarchies } from "./cgroups.ts";

/** Where the engine and its supervisor keep images, layers and state */
const STATE = ["var/lib/docker", "var/lib/containerd"] as const;

const CGROUPS = "/sys/fs/cgroup";

/**
 * Gives the host places for the engine's state, and its own cgroups; the machine's are out of sight.
 *
 * @param cgroup the name of the host's own, below each hierarchy
 */
export function dockerRoot(cgroup: string): Furnish {
  return (root) => {
    for (const path of STATE.map((name) => join(root, name))) {
      mkdirSync(path, { recursive: true });
      mount("tmpfs", path, "mode=711");
    }
    // Settings of the machine's own Docker don't matter here, as with /etc/default/docker
    rmSync(join(root, "etc/docker"), { recursive: true, force: true });
    showCgroups(root, cgroup);
  };
}

/** One mount a hierarchy, of its own cgroup: runc(8) crosses no mounts on the way to a container's */
function showCgroups(root: string, cgroup: string): void {
  const own = hierarchies().filter((hierarchy) => existsSync(join(hierarchy, cgroup)));
  if (!own.includes(CGROUPS)) mount("tmpfs", join(root, CGROUPS), "mode=755");
  for (const hierarchy of own) {
    mkdirSync(join(root, hierarchy), { recursive: true });
    bind(join(hierarchy, cgroup), join(root, hierarchy));
    makeWritable(join(root, hierarchy));
  }
}
