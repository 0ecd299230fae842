/**
 * Who runs wirework in tests: root and nobody where the tests run as root, otherwise the present user.
 */
import { bySize, sample } from "../size.ts";

/** A user of this machine, and how to run a program as that user */
export interface User {
  readonly name: "root" | "nobody" | "self";
  /** What to put before a command line */
  readonly prefix: readonly string[];
}

const NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

/** All users that there are for tests */
export const allUsers: readonly User[] =
  process.geteuid?.() === 0
    ? [
        { name: "root", prefix: [] },
        { name: "nobody", prefix: NOBODY },
      ]
    : [{ name: "self", prefix: [] }];

const one = sample("users", allUsers, 1);

/** Who runs what is the same for each of them: one, drawn by the seed; with `--all` each */
export const users: readonly User[] = bySize({ quick: one, full: one, all: allUsers });

/** Who runs what may differ: hosts, labs, and what nobody must reach */
export const everyUser: readonly User[] = bySize({ quick: one, full: allUsers, all: allUsers });
