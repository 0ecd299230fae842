/**
 * Looks at a host without changing it; undo is based on this.
 *
 * @module
 */
import type { SeenNetwork } from "../netlink/see/network.ts";

/** Owner and permissions of a file: stat(2) */
export interface FileOwner {
  readonly uid: number;
  readonly gid: number;
  /** The lower twelve bits */
  readonly mode: number;
}

/** An existing file */
export interface SeenFile extends FileOwner {
  readonly content: Uint8Array;
}

/** Ways to look at the host that commands run on */
export interface Look {
  /** Returns the output of a command that changes nothing, run as root if possible; `null` when it fails */
  text(argv: readonly [string, ...string[]]): Promise<string | null>;
  /** Reads a regular file, links followed; `null` when there is none */
  file(path: string): SeenFile | null;
  /** Returns the target of a symbolic link, as written; `null` when there is none */
  link(path: string): string | null;
  /** Returns the inode of a path, by stat(2); `null` when there is nothing */
  inode(path: string): number | null;
  /** Returns the inode of the network namespace behind a path, links followed; `null` when there is none */
  network(path: string): number | null;
  /** Sees the network namespace behind a path; `null` when there is none */
  see<T>(path: string, read: (network: SeenNetwork) => T): T | null;
}
