/**
 * The one image of the embedded engine: the machine's own files.
 *
 * What it says of itself is what the image `base` of a Docker host does.
 */
export const BASE = {
  name: "base",
  /** Made up, as nothing is stored that it could be the digest of */
  id: `sha256:${new Bun.CryptoHasher("sha256").update("base").digest("hex")}`,
  command: ["/bin/bash"],
  /** As of `--expose` */
  expose: ["80"],
} as const;

/** Whether a name is that of the one image */
export function isBase(name: string): boolean {
  return name === BASE.name || name === `${BASE.name}:latest`;
}
