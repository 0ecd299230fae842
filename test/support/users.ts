/**
 * Who runs wirework in tests: root and nobody where the tests run as root, otherwise the present user.
 */

/** A user of this machine, and how to run a program as that user */
export interface User {
  readonly name: "root" | "nobody" | "self";
  /** What to put before a command line */
  readonly prefix: readonly string[];
}

const NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

/** The users that sandbox tests are run as */
export const users: readonly User[] =
  process.geteuid?.() === 0
    ? [
        { name: "root", prefix: [] },
        { name: "nobody", prefix: NOBODY },
      ]
    : [{ name: "self", prefix: [] }];

/** Of tests that take long, as all of them, in `scripts/test --full`; otherwise the one who can do least */
export const usersOfLongTests: readonly User[] = process.env["WIREWORK_TEST_USERS"] === "all" ? users : users.slice(-1);
