/**
 * Another user than root, for `sudo -u`.
 *
 * @module
 */
import { readFileSync } from "node:fs";

/** A user of `/etc/passwd` */
interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The words that run a command as a user; `null` when there is no such user, and none for root.
 *
 * Where the user's ids can't be had, as in the sandbox of somebody with one id only, the command gets a user namespace of its own
 * without a mapping: it is nobody there, and has no power over anything outside of it.
 *
 * Equivalent to: `setpriv --reuid $uid --regid $gid --clear-groups`, or `unshare --user`
 *
 * @param name as `sudo -u` takes it: a name, or `#` and a number
 */
export function asUser(name: string): readonly string[] | null {
  const user = findUser(name);
  if (user === null) return null;
  if (user.uid === 0) return [];
  return isMapped("uid", user.uid) && isMapped("gid", user.gid)
    ? ["setpriv", `--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups", "--"]
    : ["unshare", "--user", "--"];
}

/** passwd(5): name, password, uid, gid, … */
function findUser(name: string): User | null {
  const rows = readFileSync("/etc/passwd", "utf8").split("\n");
  const fields = rows.map((row) => row.split(":"));
  const found = fields.find(([known, , uid]) => (name.startsWith("#") ? name === `#${uid}` : name === known));
  return found === undefined ? null : { uid: Number(found[2]), gid: Number(found[3]) };
}

/** user_namespaces(7): the first id inside, the first outside, how many */
function isMapped(kind: "uid" | "gid", id: number): boolean {
  const rows = readFileSync(`/proc/self/${kind}_map`, "utf8").trimEnd().split("\n");
  return rows.some((row) => {
    const [first = 0, , count = 0] = row.trim().split(/\s+/).map(Number);
    return first <= id && id < first + count;
  });
}
