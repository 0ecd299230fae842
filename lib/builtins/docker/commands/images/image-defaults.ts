import type { RequestedSettings } from "../../engine/create.ts";
import { eachOnce } from "../../options/expose.ts";
import { DaemonFailure } from "../../failure.ts";
import type { Image } from "../../image.ts";
import { nameOf } from "../../options/variable.ts";
import { parseVolumes } from "../../options/volume.ts";

/** What the command line of `docker run` says, before its image has a say */
export type RunRequest = Omit<RequestedSettings, "imageId" | "volumes"> & {
  /** Only the daemon reads them */
  readonly volumes: readonly string[];
};

/**
 * A request with what its image says wherever it says nothing itself.
 * Source: moby 20.10, `daemon/commit.go`, `merge`.
 *
 * @throws {DaemonFailure} where neither says a command, and for a volume that can't be one
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
