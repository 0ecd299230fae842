import { readFileSync } from "node:fs";

import type { ContainerFiles } from "../store.ts";

/**
 * Returns a container's first process, as the host sees it: the child of the process that its supervisor
 * waits for.
 *
 * It is looked up each time, so it never belongs to an earlier run, and its id is never a recycled one.
 *
 * @returns `null` before it starts, and after it ends
 */
export function firstProcess(files: ContainerFiles): number | null {
  const parent = contentOf(files.parent);
  const [child = ""] = parent === "" ? [] : contentOf(`/proc/${parent}/task/${parent}/children`).split(" ");
  return child === "" ? null : Number(child);
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
