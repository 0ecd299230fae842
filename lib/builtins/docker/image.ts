/**
 * The embedded engine's model of images: files, and a configuration for containers.
 *
 * @module
 */
import type { Brand } from "../../values/brand.ts";
import type { ContainerId } from "../../values/name/container-id.ts";
import type { ExposedPort } from "../../programs/docker/options/expose.ts";

/** `sha256:` and 64 hex digits */
export type ImageId = Brand<string, "ImageId">;

/** A container's configuration, where `docker run` sets nothing else */
export interface ImageConfig {
  readonly command: readonly string[];
  /** `NAME=VALUE` */
  readonly environment: readonly string[];
  readonly exposed: readonly ExposedPort[];
}

/** An image */
export interface Image {
  readonly id: ImageId;
  /** The image that it was built from; `null` for base */
  readonly parent: ImageId | null;
  /** Names such as `web:latest`; empty for an intermediate image */
  readonly names: readonly string[];
  /** RFC 3339, in UTC */
  readonly created: string;
  /** The instruction that made it, as Docker records it */
  readonly madeBy: string;
  /** The container of its instruction; `null` for base */
  readonly container: ContainerId | null;
  /** `null` for one that differs from its parent in settings only */
  readonly layer: ImageLayer | null;
  readonly config: ImageConfig;
}

/** Files that an image adds to its parent's */
export interface ImageLayer {
  readonly id: ImageId;
  /** The size in bytes */
  readonly size: number;
}

/** The image that always exists: the machine's own files. Its configuration is that of `base` on a Docker host */
export const BASE: Omit<Image, "created"> = {
  id: digestOf("base"),
  parent: null,
  names: ["base:latest"],
  madeBy: "",
  container: null,
  layer: { id: digestOf("base, its layer"), size: 0 },
  config: { command: ["/bin/bash"], environment: [], exposed: [{ port: 80, protocol: "tcp" }] },
};

/** Returns an id for this content */
export function digestOf(content: string): ImageId {
  return `sha256:${new Bun.CryptoHasher("sha256").update(content).digest("hex")}` as ImageId;
}

/** Returns the first 12 digits, as `docker images` prints them */
export function shortImageId(id: ImageId): string {
  return hexOf(id).slice(0, 12);
}

/** Returns an id without `sha256:` */
export function hexOf(id: ImageId): string {
  return id.replace("sha256:", "");
}

/**
 * Returns a name with its tag, or with the default one.
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
