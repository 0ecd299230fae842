import type { SeenFile } from "../../../resources/look.ts";

/** What is kept of a file that is to be changed, in bytes */
export const LARGEST = 1024 * 1024;

/** What a file's content is known by, its SHA-256; `null` where there is none */
export function digestOf(file: Pick<SeenFile, "content"> | null): string | null {
  return file === null ? null : new Bun.CryptoHasher("sha256").update(file.content).digest("hex");
}
