/**
 * Finds containers by name or id.
 *
 * @module
 */
import type { Container } from "./container.ts";
import { DaemonFailure, NoSuchContainer } from "../../../programs/docker/failure.ts";
import { readContainers } from "./store.ts";

/**
 * Finds a container by its name, its id, or a prefix of its id; a host name does not count.
 *
 * @throws {DockerFailure} in Docker's words when there is none, or the prefix is ambiguous
 */
export function findContainer(reference: string): Container {
  const containers = readContainers();
  const exact = containers.find(({ id, name }) => id === reference || name === reference.replace(/^\//, ""));
  if (exact !== undefined) return exact;
  const begun = reference === "" ? [] : containers.filter(({ id }) => id.startsWith(reference));
  const [found] = begun;
  if (begun.length > 1) {
    throw new DaemonFailure(`Multiple IDs found with provided prefix: ${reference}`);
  }
  if (found === undefined) throw new NoSuchContainer(reference);
  return found;
}
