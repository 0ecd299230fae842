/**
 * Device nodes and pseudo-terminals of a throw-away host.
 *
 * @module
 */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { bind, mount } from "../../netlink/mount.ts";

/** Harmless device nodes, bind-mounted from the current `/dev` because mknod(2) needs real root */
const NODES = ["null", "zero", "full", "random", "urandom", "tty"] as const;

const LINKS: Readonly<Record<string, string>> = {
  ptmx: "pts/ptmx",
  fd: "/proc/self/fd",
  stdin: "/proc/self/fd/0",
  stdout: "/proc/self/fd/1",
  stderr: "/proc/self/fd/2",
};

/**
 * Populates the new root's `/dev`. The folder's mode is 755: in a sticky, world-writable one, `> /dev/null`
 * fails under `fs.protected_regular`.
 */
export function mountDevices(root: string): void {
  const dev = join(root, "dev");
  mount("tmpfs", dev, "mode=755");
  for (const folder of ["pts", "shm"]) mkdirSync(join(dev, folder));
  for (const node of NODES) {
    writeFileSync(join(dev, node), "");
    bind(`/dev/${node}`, join(dev, node));
  }
  mount("devpts", join(dev, "pts"), "newinstance,ptmxmode=0666,mode=620");
  mount("tmpfs", join(dev, "shm"), "mode=1777");
  for (const [name, target] of Object.entries(LINKS)) symlinkSync(target, join(dev, name));
}
