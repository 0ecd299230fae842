import { join, resolve } from "node:path";

import type { Into } from "../../../programs/effect.ts";
import type { Look } from "../../../resources/look.ts";

/** Finds where something comes to be: at a path, or in the folder that is there */
export async function placedAt(
  look: Look,
  { path, into }: { readonly path: string; readonly into: Into | null },
): Promise<string> {
  const itself = resolve(path);
  if (into === null || (into.links === "replaced" && look.link(itself) !== null)) return itself;
  return (await look.text(["test", "-d", itself])) === null ? itself : join(itself, into.name);
}
