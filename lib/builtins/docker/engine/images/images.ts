/**
 * Stores images: a folder each, with a JSON file, and the files of its layer if it has one.
 *
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import { hexOf, type Image, type ImageId, withTag } from "../../image.ts";
import { lockRecords, STATE_FOLDER } from "../store.ts";

const IMAGES = join(STATE_FOLDER, "images");

/** Returns the path of an image's layer */
export function layerFolder(id: ImageId): string {
  return join(folderOf(id), "layer");
}

/** Makes the folder of an image for root alone: in its layer are folders that all may write to, as in any root */
export function makeImageFolder(id: ImageId): void {
  mkdirSync(folderOf(id), { recursive: true, mode: 0o700 });
}

function folderOf(id: ImageId): string {
  return join(IMAGES, hexOf(id));
}

/** Reads all images, the newest first, and `base` last */
export function readImages(): readonly Image[] {
  const images = existsSync(IMAGES) ? readdirSync(IMAGES).map(readImage) : [];
  return images.filter((image) => image !== null).toSorted((one, other) => other.created.localeCompare(one.created));
}

/** Reads an image; `null` when it is being removed */
function readImage(hex: string): Image | null {
  try {
    return JSON.parse(readFileSync(join(IMAGES, hex, "image.json"), "utf8")) as Image; // written by writeImage()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Finds an image by its name, its id, or a prefix of its id; `null` when there is none, or the prefix is
 * ambiguous
 */
export function findImage(reference: string): Image | null {
  const images = readImages();
  const name = withTag(reference);
  const named = images.find(({ names }) => names.includes(name));
  if (named !== undefined) return named;
  const digits = reference.replace(/^sha256:/, "");
  if (!/^[\da-f]+$/.test(digits)) return null;
  const [found = null, ...others] = images.filter(({ id }) => hexOf(id).startsWith(digits));
  return others.length === 0 ? found : null;
}

/**
 * Returns the image with an id; it exists as long as a container made from it.
 *
 * @throws {DaemonFailure} when there is none, in Docker's words
 */
export function imageOf(id: ImageId): Image {
  const found = readImages().find((image) => image.id === id);
  if (found === undefined) throw new DaemonFailure(`No such image: ${id}`);
  return found;
}

/** Returns an image and its ancestors, down to `base` */
export function lineage(image: Image): readonly Image[] {
  return image.parent === null ? [image] : [image, ...lineage(imageOf(image.parent))];
}

/** Writes an image; readers see the old version or the new one */
export function writeImage(image: Image): void {
  const folder = folderOf(image.id);
  makeImageFolder(image.id);
  writeFileSync(join(folder, "image.json.new"), JSON.stringify(image));
  renameSync(join(folder, "image.json.new"), join(folder, "image.json"));
}

/** Deletes an image and its files */
export function removeImage(id: ImageId): void {
  rmSync(folderOf(id), { recursive: true, force: true });
}

/**
 * Stores a new image, unless its parent is gone by now.
 *
 * @throws {DaemonFailure} when it is, in Docker's words
 */
export async function addImage(image: Image): Promise<void> {
  using _lock = await lockRecords();
  if (image.parent !== null) imageOf(image.parent);
  writeImage(image);
}

/**
 * Names an image, and takes the name from another one.
 *
 * @throws {DaemonFailure} when the image is gone by now, in Docker's words
 */
export async function nameImage(id: ImageId, name: string): Promise<void> {
  using _lock = await lockRecords();
  imageOf(id);
  for (const image of readImages()) {
    const others = image.names.filter((known) => known !== name);
    const names = image.id === id ? [...others, name].toSorted() : others;
    if (names.join(" ") !== image.names.join(" ")) writeImage({ ...image, names });
  }
}
