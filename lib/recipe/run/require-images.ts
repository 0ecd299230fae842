/**
 * Requires the images that options name, before the first step.
 *
 * @module
 */
import type { HostKind } from "../../hosts/host-kind.ts";
import { HOST_KINDS } from "../../hosts/host-kind.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import { imageName } from "../../values/name/image-name.ts";
import { hasImage } from "../containers.ts";
import type { Recipe } from "../recipe.ts";
import { RecipeError } from "../recipe-error.ts";

/** The images of each kind of host */
const STOCK: Readonly<Record<HostKind, string>> = {
  sandbox: "its only image is base, and it can't reach a registry",
  docker: "it has only base and the images of --load, and can't reach a registry",
  host: "docker images does not list it",
};

/** The image that every throw-away host has, in both spellings */
const BASE: ReadonlySet<string> = new Set(["base", "base:latest"]);

/** Ways to get other images, for each kind of host */
const SOURCES: Readonly<Record<HostKind, (option: string, image: string) => string>> = {
  sandbox: (option) => `--${option} base; or another one with --on docker --load FILE.tar`,
  docker: (option, image) =>
    `--${option} base; or, on a machine that has it, docker save ${image} --output FILE.tar, and --load FILE.tar`,
  host: (option, image) => `docker pull ${image}, or --${option} with an image that docker images lists`,
};

/**
 * Requires that the host has the images that a recipe's options name.
 *
 * Equivalent to: `docker image inspect $image`
 *
 * @throws {RecipeError} when one is missing, before anything is touched
 */
export async function requireImages(
  performer: Performer,
  on: HostKind,
  { options }: Recipe,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [option, { type }] of Object.entries(options)) {
    if (type !== imageName) continue;
    const image = String(values[option]);
    if (on === "sandbox" ? BASE.has(image) : await hasImage(performer, image)) continue;
    throw new RecipeError(
      `Cannot make containers of the image "${image}": the ${HOST_KINDS[on]} has no image of that name`,
      STOCK[on],
      SOURCES[on](option, image),
    );
  }
}
