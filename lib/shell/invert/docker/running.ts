/**
 * Containers that stop with their engine.
 *
 * @module
 */
import { ON_HOST } from "../../../resources/entering.ts";
import type { InverseStep, When } from "../inversion.ts";
import type { Look } from "../../../resources/look.ts";
import type { Argv } from "../typed.ts";
import { step } from "../undo-steps.ts";
import { DOCKER_THINGS } from "../../../resources/docker-things.ts";
import { seeContainers, type SeenContainer } from "./seen-container.ts";

const DOCKER: Argv = ["docker"];

/** Lists running containers of other users, in the order of their making; a lab's own are removed anyway */
export async function seeRunning(look: Look): Promise<readonly SeenContainer[]> {
  const printed = (await look.text([...DOCKER, ...DOCKER_THINGS.container.list])) ?? "";
  // docker-ps(1) lists the newest first, which may link to the others
  const ids = printed
    .split("\n")
    .filter((id) => id !== "")
    .toReversed();
  const containers = await seeContainers(look, DOCKER, ids);
  return containers.filter(({ status, maker }) => status === "running" && maker === "somebody");
}

/** Equivalent to: `docker start ID` for each, once the engine runs again, except for those that it restarts itself */
export function startAgain(containers: readonly SeenContainer[], when: When): readonly InverseStep[] {
  return containers.map(({ id }) =>
    step(
      ON_HOST,
      [...DOCKER, "start", id],
      { kind: "container state", docker: DOCKER, id, was: "running", made: null },
      when,
    ),
  );
}
