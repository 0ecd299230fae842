/**
 * Checks `/var/run/netns/PID`, where the article links a process's network, for an entry of something else.
 *
 * @module
 */
import { type NetnsEntry, netnsEntry } from "../netlink/netns-entry.ts";
import type { Objection } from "../shell/failure/objection.ts";
import type { Pid } from "../values/pid.ts";

/** The word before the name of an entry in a line of `ip`: `netns 2778`, `netns exec 2778`, `-n 2778` */
const BEFORE_NAME = /^(?:netns|e(?:x(?:ec?)?)?|-n(?:e(?:t(?:ns?)?)?)?)$/;

/** `ln -sfn`, which replaces an existing file; `-F` is another option */
const REPLACES = /^(?:-[A-Za-z]*f[A-Za-z]*|--force)$/;

/**
 * Returns the reason why a command must not run: `ip` prefers the entry named like a process's id to the
 * process (iproute2, `netns_get_fd` in `lib/namespace.c`), and would move a cable into the wrong network
 * without an error.
 *
 * @param network the process's own, which the entry should name; `null` when it is not known
 */
export function objectionToEntry(pid: Pid, network: string | null, command: readonly string[]): Objection | null {
  if (network === null) return null;
  const [program, ...args] = command;
  if (program === "ip" && args.some((word, at) => word === `${pid}` && BEFORE_NAME.test(args[at - 1] ?? "")))
    return objectionToUse(pid, network);
  if (program === "ln" && args.some((word) => isPathOf(word, pid)) && !args.some((word) => REPLACES.test(word)))
    return objectionToLink(pid, network);
  return null;
}

function objectionToUse(pid: Pid, network: string): Objection | null {
  const entry = netnsEntry(`${pid}`);
  return entry === null || entry.network === network ? null : wrong(entry, pid);
}

function objectionToLink(pid: Pid, network: string): Objection | null {
  const entry = netnsEntry(`${pid}`);
  if (entry === null) return null;
  if (entry.network !== network) return wrong(entry, pid);
  return {
    reason: `${entry.path} exists already, and names the network of process ${pid}`,
    cause: "the same line, or a similar one, has run before",
    tryThis: `skip this line, or ${entry.removal}`,
  };
}

function wrong({ path, network, names, removal }: NetnsEntry, pid: Pid): Objection {
  return {
    reason: `${path} already exists, and ${network === null ? "dangles: it " : ""}${names}`,
    cause: `ip takes that entry before process ${pid}: it was left by an earlier process with that id, or is another user's`,
    tryThis: removal,
  };
}

function isPathOf(word: string, pid: Pid): boolean {
  return word === `/var/run/netns/${pid}` || word === `/run/netns/${pid}`;
}
