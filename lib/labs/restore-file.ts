import { chmodSync, chownSync, closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";

import type { InverseStep } from "../shell/invert/inversion.ts";

/**
 * Gives a file the content that it had, or removes it where there was none.
 *
 * @returns why it could not; `null` when it is as it was
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

/** In place: whoever has it mounted or open sees it too */
function rewrite(path: string, content: Uint8Array): void {
  const fd = openSync(path, "w");
  try {
    writeFileSync(fd, content);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
