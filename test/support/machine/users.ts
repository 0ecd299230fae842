/**
 * The users that run wirework in tests: root and nobody when the tests run as root, otherwise the current
 * user.
 */
import { bySize, sample } from "../size.ts";

/** A user of this machine, and the way to run programs as that user */
export interface User {
  readonly name: "root" | "nobody" | "self";
  /** The prefix of a command line */
  readonly prefix: readonly string[];
}

const NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

/** All users of the tests */
export const allUsers: readonly User[] =
  process.geteuid?.() === 0
    ? [
        { name: "root", prefix: [] },
        { name: "nobody", prefix: NOBODY },
      ]
    : [{ name: "self", prefix: [] }];

const one = sample("users", allUsers, 1);

/** Users for tests that are the same for every user: one, drawn by the seed; with `--all` each */
export const users: readonly User[] = bySize({ quick: one, full: one, all: allUsers });

/** Users for tests that depend on the user: of hosts, labs, and access */
export const everyUser: readonly User[] = bySize({ quick: one, full: allUsers, all: allUsers });
