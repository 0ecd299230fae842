import { lstatSync, readFileSync, readlinkSync, statSync } from "node:fs";

import { seeNetwork } from "../netlink/see/network.ts";
import type { Look, SeenFile } from "../resources/look.ts";
import type { Performer } from "../shell/template/session-line.ts";
import type { Outcome } from "../shell/outcome.ts";

/** Runs a command as root and captures its output */
export async function runHere(performer: Performer, argv: readonly string[]): Promise<Outcome> {
  const printed: Uint8Array[] = [];
  const complaint: Uint8Array[] = [];
  const began = performance.now();
  // Root needs no sudo
  const asRoot = process.geteuid?.() === 0 ? argv : ["sudo", ...argv];
  const exitCode = await performer.run(asRoot, {
    input: null,
    window: null,
    output: (chunk) => printed.push(chunk),
    errors: (chunk) => complaint.push(chunk),
  });
  return {
    exitCode,
    stdout: Buffer.concat(printed).toString(),
    stderr: Buffer.concat(complaint).toString(),
    ms: performance.now() - began,
  };
}

/** Returns a view of the machine that this process runs on, through a performer's programs */
export function lookHere(performer: Performer): Look {
  return {
    async text(argv) {
      const { exitCode, stdout } = await runHere(performer, argv);
      return exitCode === 0 ? stdout : null;
    },
    file: (path) => orNull(() => seenFile(path)),
    link: (path) => orNull(() => readlinkSync(path)),
    inode: (path) => orNull(() => lstatSync(path).ino),
    network: (path) => orNull(() => networkBehind(path)),
    see: (path, read) => orNull(() => seeNetwork(path, read)),
  };
}

function seenFile(path: string): SeenFile | null {
  const found = statSync(path);
  const { uid, gid, mode } = found;
  return found.isFile() ? { uid, gid, mode: mode & PERMISSIONS, content: readFileSync(path) } : null;
}

const PERMISSIONS = 0o7777;

/**
 * Returns the inode of a network namespace. One device holds all namespaces, namespaces(7), so the inode
 * alone identifies it
 */
function networkBehind(path: string): number | null {
  const [{ dev, ino }, own] = [statSync(path), statSync("/proc/self/ns/net")];
  return dev === own.dev ? ino : null;
}

/** Turns "does not exist" errors into `null` */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (ABSENT.has(code)) return null;
    throw error;
  }
}

/** No such file, no folder on the way, a loop of links, or not a symbolic link */
const ABSENT: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ELOOP", "EINVAL"]);
