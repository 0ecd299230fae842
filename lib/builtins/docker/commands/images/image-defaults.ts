import type { RequestedSettings } from "../../engine/create.ts";
import { eachOnce } from "../../../../programs/docker/options/expose.ts";
import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import type { Image } from "../../image.ts";
import { nameOf } from "../../options/variable.ts";
import { parseVolumes } from "../../options/volume.ts";

/** The settings of a `docker run` command line, without those of its image */
export type RunRequest = Omit<RequestedSettings, "imageId" | "volumes"> & {
  /** The values as typed: only the daemon parses them */
  readonly volumes: readonly string[];
};

/**
 * Completes a request with the image's settings. Source: moby 20.10, `daemon/commit.go`, `merge`.
 *
 * @throws {DaemonFailure} when neither has a command, and for an impossible volume
 */
export function completedBy({ id, config }: Image, request: RunRequest): RequestedSettings {
  const own = new Set(request.environment.map(nameOf));
  const command = request.command.length > 0 ? request.command : config.command;
  if (command.length === 0) throw new DaemonFailure("No command specified");
  return {
    ...request,
    imageId: id,
    command,
    environment: [...request.environment, ...config.environment.filter((entry) => !own.has(nameOf(entry)))],
    exposed: eachOnce([...request.exposed, ...config.exposed]),
    volumes: parseVolumes(request.volumes),
  };
}
