import { readFileSync } from "node:fs";

import type { ContainerFiles } from "../store.ts";

/**
 * A container's first process, as the host sees it: the child of the one that its supervisor waits for.
 *
 * Looked up each time, so it is never that of an earlier life, nor a recycled id.
 *
 * @returns `null` before it is there, and after
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
