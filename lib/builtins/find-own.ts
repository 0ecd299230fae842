/**
 * The article's `find -L /var/run/netns -type l -delete`, on a machine where others have links too.
 *
 * @module
 */
import { readlinkSync, rmSync } from "node:fs";

import { type Builtin, print } from "./builtin.ts";
import { runWith } from "./run-with.ts";

/** The article's line; what is behind `-delete` would not be run for others' links */
const DELETES = ["-type", "l", "-delete"] as const;

/**
 * `find`, which deletes of the links that dangle only those that are one's own, and names the others.
 *
 * Equivalent to: `find -L $folder -type l -delete`, with nobody else's links there; any other `find` is the real one
 *
 * @param isOwn whether a link that leads to this target is one's own
 */
export function findOwn(isOwn: (path: string, target: string) => boolean): Builtin {
  return async (args, surroundings) => {
    const [option, folder = "", ...tests] = args;
    if (option !== "-L" || tests.join(" ") !== DELETES.join(" "))
      return runWith(["/usr/bin/find", ...args], surroundings);
    const found: Uint8Array[] = [];
    const argv = ["/usr/bin/find", "-L", folder, "-type", "l", "-print0"];
    const status = await runWith(argv, { ...surroundings, output: (chunk) => found.push(chunk) });
    for (const path of Buffer.concat(found)
      .toString()
      .split("\0")
      .filter((name) => name !== "")) {
      if (isOwn(path, readlinkSync(path))) rmSync(path);
      else print(surroundings.errors, `find: left "${path}" alone, which is not of this run`);
    }
    return status;
  };
}
