/**
 * New Docker objects: containers, networks and volumes. A label identifies them until their ids are known.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import { ON_HOST } from "../../../resources/entering.ts";
import type { Identity } from "../../../resources/identity.ts";
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../../../resources/look.ts";
import type { Argv, Typed } from "../typed.ts";
import { step } from "../undo-steps.ts";
import { dockerOf, withOptions } from "./engine.ts";
import { DOCKER_THINGS, type DockerThing, LABEL } from "../../../resources/docker-things.ts";

/** Removes the object by its id, or by its label until the id is known */
export function planOfObject(made: Effect<"docker object">, typed: Typed): Plan {
  const { object, obstacle } = made;
  if (obstacle !== null) return unknown(obstacle);
  const docker = dockerOf(made);
  return {
    kind: "undoable",
    changes: `makes a ${object}`,
    async prepare() {
      const label = `${LABEL}=${crypto.randomUUID()}`;
      return {
        argv: withOptions(typed, made, ["--label", label]),
        steps: [removal(object, docker, null, label)],
        complete: async (_outcome, look) => completed(look, object, docker, label),
      };
    },
  };
}

/** Completes the steps with the id; keeps the label if Docker does not answer */
async function completed(look: Look, thing: DockerThing, docker: Argv, label: string): Promise<readonly InverseStep[]> {
  const printed = await look.text([...docker, ...DOCKER_THINGS[thing].list, "--filter", `label=${label}`]);
  if (printed === null) return [removal(thing, docker, null, label)];
  return printed
    .split("\n")
    .filter((id) => id !== "")
    .map((id) => removal(thing, docker, id, label));
}

function removal(thing: DockerThing, docker: Argv, id: string | null, label: string): InverseStep {
  const takes: Identity = { kind: "docker", thing, docker, id, label };
  return step(ON_HOST, [...docker, ...DOCKER_THINGS[thing].remove, id ?? `label=${label}`], takes);
}
