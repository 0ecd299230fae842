import { join, resolve } from "node:path";

import type { Into } from "../../../programs/effect.ts";
import type { Look } from "../../../resources/look.ts";

/** Finds the path of something placed at a path: in that folder, if it is one, else the path itself */
export async function placedAt(
  look: Look,
  { path, into }: { readonly path: string; readonly into: Into | null },
): Promise<string> {
  const itself = resolve(path);
  if (into === null || (into.links === "replaced" && look.link(itself) !== null)) return itself;
  return (await look.text(["test", "-d", itself])) === null ? itself : join(itself, into.name);
}
