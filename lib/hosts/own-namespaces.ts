import { readlinkSync } from "node:fs";

/** The kinds of namespaces in which a record means something: process ids, and links */
export type NamespaceKind = "pid" | "net";

/**
 * Names the namespaces of this process: `pid:[4026531836]`. A record that another container shares with this one tells of
 * processes and links that can't be seen here. namespaces(7)
 */
export function ownNamespaces(...kinds: readonly NamespaceKind[]): string {
  return kinds.map((kind) => readlinkSync(`/proc/self/ns/${kind}`)).join(" ");
}
