import { chmodSync, chownSync, closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";

import type { InverseStep } from "../shell/invert/inversion.ts";

/**
 * Gives a file its earlier content, or removes it when there was none.
 *
 * @returns the reason for a failure; `null` when the file is as it was
 */
export function restoreFile({ path, content, owner }: Extract<InverseStep, { kind: "file" }>): string | null {
  try {
    if (content === null) rmSync(path, { force: true });
    else rewrite(path, Buffer.from(content, "base64"));
    if (content !== null && owner !== null) {
      chownSync(path, owner.uid, owner.gid);
      chmodSync(path, owner.mode);
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Writes in place: processes that have the file mounted or open see it too */
function rewrite(path: string, content: Uint8Array): void {
  const fd = openSync(path, "w");
  try {
    writeFileSync(fd, content);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
