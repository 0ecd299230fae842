/**
 * Looking at a host, without changing it: what inverses are made of.
 *
 * @module
 */
import type { FileOwner } from "./inversion.ts";

/** A file that is there */
export interface SeenFile extends FileOwner {
  readonly content: Uint8Array;
}

/** What can be asked of the host that commands run on */
export interface Look {
  /** What a command that changes nothing prints, run as root where we can; `null` when it fails */
  text(argv: readonly [string, ...string[]]): Promise<string | null>;
  /** A regular file, links followed; `null` when there is none */
  file(path: string): SeenFile | null;
  /** Where a symbolic link leads, as written; `null` when there is none */
  link(path: string): string | null;
  /** What stat(2) says of a path; `null` when there is nothing */
  inode(path: string): number | null;
  /** The inode of the network namespace behind a path, links followed; `null` when there is none */
  network(path: string): number | null;
}
