/**
 * Brings images into a Docker host's engine, from files: it has no way out to a registry.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../environment.ts";
import { HostError } from "../host-error.ts";
import { BASE_IMAGE } from "./base-image/contents.ts";
import { dockerClient } from "./programs.ts";

/** Files that images come from */
export interface ImageArchives {
  /** Of a root's files, for `docker import` */
  readonly base: string;
  /** Of whole images, for `docker load` */
  readonly loaded: readonly string[];
}

/**
 * Loads them.
 *
 * Equivalent to: `docker import --change 'EXPOSE 80' … base.tar base` and `docker load --input $file`
 *
 * @throws {HostError} in Docker's own words
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
