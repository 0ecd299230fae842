import type { SeenFile } from "../../../resources/look.ts";

/** What is kept of a file that is to be changed, in bytes */
export const LARGEST = 1024 * 1024;

/**
 * Computes the SHA-256 of a file's content, by which it is known again; `null` where there is none.
 *
 * By Bun's own hasher: loading `node:crypto` takes each start some milliseconds.
 */
export function digestOf(file: Pick<SeenFile, "content"> | null): string | null {
  return file === null ? null : new Bun.CryptoHasher("sha256").update(file.content).digest("hex");
}
