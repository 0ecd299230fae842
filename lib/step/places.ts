/**
 * Files that the article's commands change.
 *
 * @module
 */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

import type { Said } from "../shell/pace.ts";
import type { SeenFile } from "./state.ts";

/** Files that a line may change without naming them, and folders whose contents are included */
const PLACES: readonly string[] = [
  "/var/run/netns",
  "/etc/default/docker",
  "/etc/docker/daemon.json",
  "/etc/hosts",
  "/etc/resolv.conf",
  "/proc/sys/net/ipv4/ip_forward",
];

/** Larger files are none of the article's, and are not read */
const MOST_BYTES = 65_536;

/** Reads the files at these places, and at further ones */
export function filesAt(further: readonly string[]): ReadonlyMap<string, SeenFile> {
  const seen = new Map<string, SeenFile>();
  for (const path of [...PLACES, ...further]) see(path, seen);
  return seen;
}

/**
 * Lists the files that a line names, to show its effect on them; those below `/proc` change with processes
 * and are left out
 */
export function pathsIn(said: Said): readonly string[] {
  if (!("commands" in said)) return [];
  const words = said.commands.flatMap(({ argv }) => argv);
  const all = said.redirection === null ? words : [...words, said.redirection.file];
  return all.filter((word) => word.startsWith("/") && !/^\/proc\/(?!sys\/)/.test(word));
}

function see(path: string, seen: Map<string, SeenFile>): void {
  try {
    const found = lstatSync(path);
    if (found.isSymbolicLink()) seen.set(path, { kind: "link", to: readlinkSync(path) });
    else if (found.isFile())
      seen.set(path, { kind: "file", text: found.size > MOST_BYTES ? "" : readFileSync(path, "utf8") });
    else if (found.isDirectory()) {
      seen.set(path, { kind: "folder" });
      if (path === NETNS) for (const name of readdirSync(path)) see(`${path}/${name}`, seen);
    }
  } catch {
    // It does not exist, or can't be read
  }
}

const NETNS = "/var/run/netns";
