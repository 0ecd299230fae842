/**
 * The commands that tell which processes are in a network, and in which network a process is.
 *
 * @module
 */
import { readdirSync, statSync } from "node:fs";

import { EntryError, step } from "../../../netlink/netns/entry-error.ts";
import { entryFile, FOLDER } from "../../../netlink/netns/folder.ts";
import { listEntries } from "../../../netlink/netns/list-entries.ts";
import { openNetwork } from "../../../netlink/netns/network.ts";
import { networkAt } from "../../../netlink/process-identity.ts";
import type { Reading } from "../commands.ts";
import { Complaint, type Deed } from "../deed.ts";
import { atHome } from "./at-home.ts";
import { complains, mayBeNamed, named } from "./name.ts";

const TOO_MANY = "extra arguments specified";

/** Equivalent to: `ip netns pids $name` */
export const pids: Reading = atHome(([name, ...more]) =>
  named(name, (entry) => {
    if (more.length > 0) return complains(TOO_MANY);
    return () => {
      const network = identityOf(entryFile(entry));
      const inside = readdirSync("/proc").filter(
        (pid) => isDigits(pid) && networkAt(`/proc/${pid}/ns/net`) === network,
      );
      return { status: 0, stdout: inside.map((pid) => `${pid}\n`).join(""), stderr: "" };
    };
  }),
);

/** Equivalent to: `ip netns identify $pid` */
export const identify: Reading = atHome(([pid, ...more]) => mayBeNamed(pid, nameOf(pid, more)));

function nameOf(pid: string | undefined, more: readonly string[]): Deed {
  if (more.length > 0) return complains(TOO_MANY);
  if (pid !== undefined && !isDigits(pid)) return complains(`Specified string '${pid}' is not a pid`);
  return () => {
    const network = identityOf(`/proc/${pid ?? "self"}/ns/net`);
    // Of several names the last in the folder's own order
    const name = names().findLast((entry) => networkAt(entryFile(entry)) === network) ?? "";
    return { status: 0, stdout: `${name}\n`, stderr: "" };
  };
}

/** None before the first one is given */
function names(): readonly string[] {
  try {
    return listEntries();
  } catch (error) {
    if (!(error instanceof EntryError)) throw error;
    if (error.code === "ENOENT") return [];
    throw new Complaint(`Failed to open directory ${FOLDER}:${error.answer}`);
  }
}

/** The device and the inode, which together are one network's: {@linkcode networkAt} */
function identityOf(file: string): string {
  try {
    using network = step("Cannot open network namespace", () => openNetwork(file));
    const { dev, ino } = statSync(`/proc/self/fd/${network.fd}`);
    return `${dev}:${ino}`;
  } catch (error) {
    if (error instanceof EntryError) throw new Complaint(error.message);
    throw error;
  }
}

function isDigits(word: string): boolean {
  return /^\d+$/.test(word);
}
