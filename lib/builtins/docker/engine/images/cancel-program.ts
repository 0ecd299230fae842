/**
 * Kills and removes the container of a build that is cancelled.
 *
 *   bun cancel-program.ts ID
 *
 * @module
 */
import type { ContainerId } from "../../../../values/name/container-id.ts";
import { removeContainer } from "../lifecycle.ts";
import { killContainer } from "../stop.ts";
import { readContainer } from "../store.ts";

const container = readContainer(process.argv[2] as ContainerId); // given by tieToClient()
if (container !== null) {
  await killContainer(container);
  await removeContainer(container, "with its volumes");
}
