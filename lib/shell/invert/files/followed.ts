import { dirname, resolve } from "node:path";

import type { Look } from "../../../resources/look.ts";

/** How many links the kernel follows: path_resolution(7) */
const MOST = 40;

/** Where a write to a path goes: links are followed, also to where nothing is yet */
export function followed(look: Look, path: string): string {
  let end = path;
  for (let count = 0; count < MOST; count++) {
    const target = look.link(end);
    if (target === null) return end;
    end = resolve(dirname(end), target);
  }
  return path;
}
