/**
 * Runs commands as another user than root, for `sudo -u`.
 *
 * @module
 */
import { readFileSync } from "node:fs";

/** A user in `/etc/passwd` */
interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Returns the words that run a command as a user, none for root; `null` when there is no such user.
 *
 * Where the user's ids aren't mapped, as in an ordinary user's sandbox with its single id, the command gets a
 * user namespace without a mapping: it is nobody there, and has no rights outside.
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

/** Finds a user in passwd(5): name, password, uid, gid, … */
function findUser(name: string): User | null {
  const rows = readFileSync("/etc/passwd", "utf8").split("\n");
  const fields = rows.map((row) => row.split(":"));
  const found = fields.find(([known, , uid]) => (name.startsWith("#") ? name === `#${uid}` : name === known));
  return found === undefined ? null : { uid: Number(found[2]), gid: Number(found[3]) };
}

/**
 * Reports whether an id is mapped. Lines of user_namespaces(7): the first id inside, the first outside, their
 * number
 */
function isMapped(kind: "uid" | "gid", id: number): boolean {
  const rows = readFileSync(`/proc/self/${kind}_map`, "utf8").trimEnd().split("\n");
  return rows.some((row) => {
    const [first = 0, , count = 0] = row.trim().split(/\s+/).map(Number);
    return first <= id && id < first + count;
  });
}
