/**
 * Layers of files: those of a container's root, and the files that an ended one has changed.
 *
 * @module
 */
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync } from "node:fs";
import { renameSync, rmdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { OWN_FOLDERS, overlay, showReadOnly } from "../../../../hosts/root/copy-on-write.ts";
import { KernelError } from "../../../../netlink/libc.ts";
import { bind } from "../../../../netlink/mount.ts";
import { BASE, type Image, type ImageId } from "../../image.ts";
import { copyFiles } from "./copy-files.ts";
import { layerFolder, lineage, makeImageFolder, readImages, writeImage } from "./images.ts";
import type { ContainerFiles } from "../store.ts";

/** The article's prompt, `root@63f36fc01b5f:/#`, whatever the machine's bash is configured to */
const BASHRC = "PS1='\\u@\\h:\\w\\$ '\n";

/** Folders of an image with other modes than 755 */
const MODES: Readonly<Record<string, number>> = { root: 0o700, tmp: 0o1777 };

/** Lists the layers of an image, the top one first */
export function layersOf(image: Image): readonly string[] {
  return lineage(image).flatMap(({ id, layer }) => (layer === null ? [] : [layerFolder(id)]));
}

/** Creates the image `base` if missing: mount points for the machine's current top-level folders */
export function makeBase(): void {
  if (readImages().some(({ id }) => id === BASE.id)) return;
  const layer = layerFolder(BASE.id);
  // The leftover of a start that was killed: the record is written last
  rmSync(layer, { recursive: true, force: true });
  makeImageFolder(BASE.id);
  makeBaseLayer(layer);
  writeImage({ ...BASE, created: new Date().toISOString() });
}

function makeBaseLayer(made: string): void {
  for (const entry of readdirSync("/", { withFileTypes: true })) {
    const place = join(made, entry.name);
    if (entry.isSymbolicLink()) {
      mkdirSync(made, { recursive: true });
      symlinkSync(readlinkSync(`/${entry.name}`), place);
    }
    if (!entry.isDirectory()) continue;
    mkdirSync(place, { recursive: true });
    chmodSync(place, MODES[entry.name] ?? 0o755);
  }
  mkdirSync(join(made, "run/lock"), { recursive: true });
  writeFileSync(join(made, "etc/bash.bashrc"), BASHRC);
}

/** Returns the folder of a container's writes, which become a layer of an image */
function writtenIn({ written }: ContainerFiles) {
  return { top: join(written, "top"), below: (name: string) => join(written, "below", name) };
}

/**
 * Mounts layers on top of each other, and on the machine's own folders: `root` becomes a container's root,
 * and writes are kept beside its record.
 */
export function mountLayers(files: ContainerFiles, layers: readonly string[]): void {
  const { root } = files;
  const written = writtenIn(files);
  mkdirSync(root, { recursive: true });
  try {
    overlay(layers, root, written.top);
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    // Nothing is written there in this case
    for (const unused of [written.top, `${written.top}.work`]) rmSync(unused, { recursive: true, force: true });
    copyLayers(layers, root);
  }
  for (const name of machinesFolders()) {
    const folders = [...layers.map((layer) => join(layer, name)).filter(hasFiles), `/${name}`];
    mountFolder(folders, join(root, name), written.below(name));
  }
}

/** Lists the machine's folders below the layers; one created on the host since then is not in the image */
function machinesFolders(): readonly string[] {
  const places = readdirSync(layerFolder(BASE.id), { withFileTypes: true });
  const names = places.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.filter((name) => !OWN_FOLDERS.has(name) && existsSync(`/${name}`));
}

/** Copies layers where overlays are impossible; the container then sees the machine's part read-only */
function copyLayers(layers: readonly string[], root: string): void {
  if (readdirSync(root).length === 0) for (const layer of layers.toReversed()) copyFiles(layer, root);
  bind(root, root);
}

function mountFolder(folders: readonly string[], target: string, written: string): void {
  try {
    overlay(folders, target, written);
  } catch (error) {
    const [machines = ""] = folders.slice(-1);
    if (!(error instanceof KernelError)) throw error;
    showReadOnly(machines, target);
  }
}

function hasFiles(folder: string): boolean {
  return existsSync(folder) && lstatSync(folder).isDirectory() && readdirSync(folder).length > 0;
}

/**
 * Turns the writes of an ended container into an image's layer; returns its size in bytes, or `null` when it
 * is empty
 */
export function takeLayer(files: ContainerFiles, image: ImageId): number | null {
  const written = writtenIn(files);
  const layer = layerFolder(image);
  makeImageFolder(image);
  renameSync(existsSync(written.top) ? written.top : files.root, layer);
  for (const name of readdirSync(written.below(""))) {
    if (name.endsWith(".work") || !hasFiles(written.below(name))) continue;
    if (existsSync(join(layer, name))) rmdirSync(join(layer, name));
    renameSync(written.below(name), join(layer, name));
  }
  if (readdirSync(layer).length > 0) return sizeOf(layer);
  rmdirSync(layer);
  return null;
}

function sizeOf(path: string): number {
  const { size } = lstatSync(path);
  if (!lstatSync(path).isDirectory()) return size;
  return readdirSync(path)
    .map((name) => sizeOf(join(path, name)))
    .reduce((sum, one) => sum + one, 0);
}
