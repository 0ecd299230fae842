import { dirname, resolve } from "node:path";

import type { Look } from "../../../resources/look.ts";

/** The number of links that the kernel follows: path_resolution(7) */
const MOST = 40;

/** Returns the path that a write ends up at: links are followed, even broken ones. A path in a loop of links stays */
export function followed(look: Look, path: string): string {
  let end = path;
  for (let count = 0; count < MOST; count++) {
    const target = look.link(end);
    if (target === null) return end;
    end = resolve(dirname(end), target);
  }
  return path;
}
