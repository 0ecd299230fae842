import type { Container } from "../engine/container.ts";
import { findContainer } from "../engine/find-container.ts";
import { DockerFailure, NoSuchContainer } from "../../../programs/docker/failure.ts";

/**
 * Finds a container, for the commands whose client words a missing one itself. Source: docker/cli 20.10
 * vendors `client/errors.go` of moby, `objectNotFoundError`.
 *
 * @throws {DockerFailure} `Error: No such container: …`
 */
export function findObject(reference: string): Container {
  try {
    return findContainer(reference);
  } catch (error) {
    throw error instanceof NoSuchContainer ? new DockerFailure(`Error: ${error.reason}`) : error;
  }
}
