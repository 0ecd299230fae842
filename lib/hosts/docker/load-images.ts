/**
 * Loads images from files into a Docker host's engine, which can't reach a registry.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../environment.ts";
import { HostError } from "../host-error.ts";
import { BASE_IMAGE } from "./base-image/contents.ts";
import { dockerClient } from "./docker-programs.ts";

/** The files that images are loaded from */
export interface ImageArchives {
  /** An archive of a root folder, for `docker import` */
  readonly base: string;
  /** Archives of whole images, for `docker load` */
  readonly loaded: readonly string[];
}

/**
 * Loads the images.
 *
 * Equivalent to: `docker import --change 'EXPOSE 80' … base.tar base` and `docker load --input $file`
 *
 * @throws {HostError} with Docker's own message
 */
export async function loadImages({ base, loaded }: ImageArchives): Promise<void> {
  const changes = BASE_IMAGE.changes.flatMap((change) => ["--change", change]);
  await docker(["import", ...changes, base, BASE_IMAGE.name], base);
  for (const file of loaded) await docker(["load", "--quiet", "--input", file], file);
}

async function docker(args: readonly string[], file: string): Promise<void> {
  const running = Bun.spawn([dockerClient(), ...args], {
    env: HOST_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [exitCode, complaint] = await Promise.all([running.exited, running.stderr.text()]);
  if (exitCode === 0) return;
  throw new HostError(`Cannot load the image "${file}"`, complaint.trim(), "docker save IMAGE --output FILE.tar");
}
