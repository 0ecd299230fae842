/**
 * What the root of a Docker host has beside that of a sandbox.
 *
 * @module
 */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { bind, makeReadOnly, makeWritable, mount } from "../../netlink/mount.ts";
import type { Furnish } from "../root/enter-root.ts";
import { hierarchies } from "./cgroups.ts";
import { noteOwnCgroup } from "./own-cgroup.ts";

/** Where the engine and its supervisor keep images, layers and state */
const STATE = ["var/lib/docker", "var/lib/containerd"] as const;

const CGROUPS = "/sys/fs/cgroup";

/**
 * Gives the host places for the engine's state, and its own cgroups; the machine's own are read-only.
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

function showCgroups(root: string, cgroup: string): void {
  const own = hierarchies().map((hierarchy) => join(root, hierarchy, cgroup));
  bind(CGROUPS, join(root, CGROUPS));
  makeReadOnly(join(root, CGROUPS));
  for (const path of own.filter((folder) => existsSync(folder))) {
    bind(path, path);
    makeWritable(path);
  }
  noteOwnCgroup(root, cgroup);
}
