import type { SeenFile } from "../../../resources/look.ts";

/** The size of the largest file whose content is kept for undo, in bytes */
export const LARGEST = 1024 * 1024;

/**
 * Computes the SHA-256 of a file's content, to recognise it later; `null` for a missing file.
 *
 * It uses Bun's own hasher, as loading `node:crypto` costs each start some milliseconds.
 */
export function digestOf(file: Pick<SeenFile, "content"> | null): string | null {
  return file === null ? null : new Bun.CryptoHasher("sha256").update(file.content).digest("hex");
}
