/**
 * `docker rmi`: removes a name of an image and, with the last one, the image.
 *
 * @module
 */
import { shortId } from "../../../../values/name/container-id.ts";
import { DaemonFailure, DockerFailure } from "../../../../programs/docker/failure.ts";
import { BASE, type Image, shortImageId, withTag } from "../../image.ts";
import type { Container } from "../container.ts";
import { findImage, imageOf, readImages, removeImage, writeImage } from "./images.ts";
import { readContainers } from "../store.ts";

/** The condition for removing an image */
export type Removal = "if nobody needs it" | "by force";

/**
 * Removes an image's name; with the last one, also the image and its intermediate images. Source: moby 20.10,
 * `daemon/images/image_delete.go`.
 *
 * @returns Docker's report, line by line
 * @throws {DockerFailure} when there is none, or it is in use, in Docker's words
 */
export function untagOrRemove(reference: string, removal: Removal): readonly string[] {
  const image = findImage(reference);
  if (image === null) throw new DockerFailure(`Error: No such image: ${reference}`);
  const name = image.names.find((known) => known === withTag(reference)) ?? null;
  const users = readContainers().filter(({ settings }) => settings.imageId === image.id);
  if (name === null) return removeById(image, users, removal);
  if (image.names.length > 1) return [untag(image, [name])].flat();
  refuseBase(image);
  const [user] = users;
  if (user !== undefined && removal === "if nobody needs it") {
    const needs = `container ${shortId(user.id)} is using its referenced image ${shortImageId(image.id)}`;
    throw conflict(`unable to remove repository reference "${reference}" (must force) - ${needs}`);
  }
  const untagged = untag(image, [name]);
  return user === undefined && !hasChildren(image) ? [...untagged, ...removeUp(image)] : untagged;
}

function removeById(image: Image, users: readonly Container[], removal: Removal): readonly string[] {
  refuseBase(image);
  const isForced = removal === "by force";
  const id = shortImageId(image.id);
  if (image.names.length > 1 && !isForced)
    throw conflict(`unable to delete ${id} (must be forced) - image is referenced in multiple repositories`);
  const running = users.find(({ state }) => state.status === "running");
  if (running !== undefined)
    throw conflict(
      `unable to delete ${id} (cannot be forced) - image is being used by running container ${shortId(running.id)}`,
    );
  const [stopped] = users;
  if (stopped !== undefined && !isForced)
    throw conflict(
      `unable to delete ${id} (must be forced) - image is being used by stopped container ${shortId(stopped.id)}`,
    );
  if (hasChildren(image))
    throw conflict(`unable to delete ${id} (cannot be forced) - image has dependent child images`);
  const untagged = untag(image, image.names);
  return stopped === undefined ? [...untagged, ...removeUp(image)] : untagged;
}

/** Refuses to remove `base`, which consists of the machine's own files */
function refuseBase(image: Image): void {
  if (image.id === BASE.id)
    throw conflict(`unable to delete ${shortImageId(BASE.id)} (cannot be forced) - base is the sandbox's own files`);
}

function untag(image: Image, names: readonly string[]): readonly string[] {
  writeImage({ ...image, names: image.names.filter((name) => !names.includes(name)) });
  return names.map((name) => `Untagged: ${name}`);
}

/** Removes an image, and its ancestors without other use */
function removeUp(image: Image): readonly string[] {
  removeImage(image.id);
  const said = [`Deleted: ${image.id}`, ...(image.layer === null ? [] : [`Deleted: ${image.layer.id}`])];
  const parent = image.parent === null ? null : imageOf(image.parent);
  return parent === null || isNeeded(parent) ? said : [...said, ...removeUp(parent)];
}

function isNeeded(image: Image): boolean {
  const isUsed = readContainers().some(({ settings }) => settings.imageId === image.id);
  return image.id === BASE.id || image.names.length > 0 || isUsed || hasChildren(image);
}

function hasChildren({ id }: Image): boolean {
  return readImages().some(({ parent }) => parent === id);
}

function conflict(reason: string): DaemonFailure {
  return new DaemonFailure(`conflict: ${reason}`);
}
