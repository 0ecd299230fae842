/**
 * The links of a host, read from outside without disturbing it.
 *
 * @module
 */
import { existsSync, readFileSync } from "node:fs";

import type { OpenHost } from "../../../lib/hosts/open-host.ts";

/** The polling interval in milliseconds; reading takes longer with more links */
const POLL = 1;
/** The longest time without progress, in milliseconds */
const PATIENCE = 60_000;

/** Lists the names of a host's links, proc_pid_net(5) */
export function linksOn({ holder }: OpenHost): readonly string[] {
  const text = readFileSync(`/proc/${holder.pid}/net/dev`, "latin1");
  return text.split("\n").flatMap((line) => /^ *([^ :]+):/.exec(line)?.[1] ?? []);
}

/**
 * Waits until a host has no more links than before: the kernel deletes those of a deleted namespace
 * asynchronously.
 *
 * @throws {Error} when they stay
 */
export function untilOnly(host: OpenHost, before: readonly string[]): void {
  let fewest = Infinity;
  for (let until = 0; performance.now() < until || fewest === Infinity; Bun.sleepSync(POLL)) {
    const { length } = linksOn(host);
    if (length <= before.length) return;
    if (length < fewest) until = performance.now() + PATIENCE;
    fewest = Math.min(fewest, length);
  }
  const left = linksOn(host).filter((link) => !before.includes(link));
  throw new Error(`${left.length} links stay, ${left[0]} among them`);
}

/** Lists the files of a star's networks that still exist, as paths on the host */
export function stillThere({ holder }: OpenHost, files: readonly string[]): readonly string[] {
  return files.filter((file) => existsSync(`/proc/${holder.pid}/root${file}`));
}
