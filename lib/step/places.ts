/**
 * Files that the article's commands change.
 *
 * @module
 */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

import type { Said } from "../shell/pace.ts";
import type { SeenFile } from "./state.ts";

/** Those that every line may change without naming them; what is in folders is looked at too */
const PLACES: readonly string[] = [
  "/var/run/netns",
  "/etc/default/docker",
  "/etc/docker/daemon.json",
  "/etc/hosts",
  "/etc/resolv.conf",
  "/proc/sys/net/ipv4/ip_forward",
];

/** A larger one is none of the article's, and nobody reads it here */
const MOST_BYTES = 65_536;

/** What is at the places, and at further ones */
export function filesAt(further: readonly string[]): ReadonlyMap<string, SeenFile> {
  const seen = new Map<string, SeenFile>();
  for (const path of [...PLACES, ...further]) see(path, seen);
  return seen;
}

/** The files that a line names: what it does to them is to be seen. What is below `/proc` comes and goes with processes */
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
    // It is not there, or nobody may read it
  }
}

const NETNS = "/var/run/netns";
