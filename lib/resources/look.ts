/**
 * Looking at a host, without changing it: what undoing is made of.
 *
 * @module
 */
import type { SeenNetwork } from "../netlink/see/network.ts";

/** Whose a file is, and who may do what with it: stat(2) */
export interface FileOwner {
  readonly uid: number;
  readonly gid: number;
  /** The lower twelve bits */
  readonly mode: number;
}

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
  /** Sees the network namespace behind a path; `null` when there is none */
  see<T>(path: string, read: (network: SeenNetwork) => T): T | null;
}
