/**
 * The links of a host, seen from outside: nobody there is disturbed.
 *
 * @module
 */
import { existsSync, readFileSync } from "node:fs";

import type { OpenHost } from "../../../lib/hosts/open-host.ts";

/** How often to look whether links are gone, in milliseconds: the file's text grows with their number */
const POLL = 1;
/** How long no link may go, in milliseconds */
const PATIENCE = 60_000;

/** The names of a host's links, proc_pid_net(5) */
export function linksOn({ holder }: OpenHost): readonly string[] {
  const text = readFileSync(`/proc/${holder.pid}/net/dev`, "latin1");
  return text.split("\n").flatMap((line) => /^ *([^ :]+):/.exec(line)?.[1] ?? []);
}

/**
 * Waits until a host has no more links than it had: the kernel takes a deleted namespace's down behind our back.
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

/** Which of the files for a star's networks are still there, as paths on the host */
export function stillThere({ holder }: OpenHost, files: readonly string[]): readonly string[] {
  return files.filter((file) => existsSync(`/proc/${holder.pid}/root${file}`));
}
