/**
 * What an image is to the embedded engine: files, and what containers of it are started as.
 *
 * @module
 */
import type { Brand } from "../../values/brand.ts";
import type { ContainerId } from "../../values/name/container-id.ts";
import type { ExposedPort } from "./options/expose.ts";

/** `sha256:` and 64 hex digits */
export type ImageId = Brand<string, "ImageId">;

/** What a container is started as, where `docker run` doesn't say */
export interface ImageConfig {
  readonly command: readonly string[];
  /** `NAME=VALUE` */
  readonly environment: readonly string[];
  readonly exposed: readonly ExposedPort[];
}

/** An image */
export interface Image {
  readonly id: ImageId;
  /** What it was built upon; `null` for base */
  readonly parent: ImageId | null;
  /** As `web:latest`; none for a step on the way to another image */
  readonly names: readonly string[];
  /** RFC 3339, in UTC */
  readonly created: string;
  /** The instruction that made it, as Docker writes it down */
  readonly madeBy: string;
  /** That of its instruction; `null` for base */
  readonly container: ContainerId | null;
  /** `null` for one that is only other settings for its parent's files */
  readonly layer: ImageLayer | null;
  readonly config: ImageConfig;
}

/** Files that an image adds to its parent's */
export interface ImageLayer {
  readonly id: ImageId;
  /** In bytes */
  readonly size: number;
}

/** The image that is always there: the machine's own files. What it says of itself is what `base` of a Docker host does */
export const BASE: Omit<Image, "created"> = {
  id: digestOf("base"),
  parent: null,
  names: ["base:latest"],
  madeBy: "",
  container: null,
  layer: { id: digestOf("base, its layer"), size: 0 },
  config: { command: ["/bin/bash"], environment: [], exposed: [{ port: 80, protocol: "tcp" }] },
};

/** An id of this content */
export function digestOf(content: string): ImageId {
  return `sha256:${new Bun.CryptoHasher("sha256").update(content).digest("hex")}` as ImageId;
}

/** The first 12 digits, as `docker images` prints them */
export function shortImageId(id: ImageId): string {
  return hexOf(id).slice(0, 12);
}

/** An id without `sha256:` */
export function hexOf(id: ImageId): string {
  return id.replace("sha256:", "");
}

/**
 * A name with the tag that is meant when none is given.
 *
 * @example
 * ```ts
 * import { withTag } from "./image.ts";
 * import { expect } from "bun:test";
 *
 * expect(withTag("localhost:5000/web")).toBe("localhost:5000/web:latest");
 * ```
 */
export function withTag(name: string): string {
  return /:[^/]*$/.test(name) ? name : `${name}:latest`;
}
