/**
 * What `docker` makes: containers, networks and volumes, with a label by which they are known before their ids are.
 *
 * @module
 */
import type { Identity } from "../../../resources/identity.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import type { Look } from "../../../resources/look.ts";
import type { Argv } from "../typed.ts";
import { step } from "../undo-steps.ts";
import type { DockerLine, InvertDocker } from "./docker-line.ts";
import { DOCKER_THINGS, type DockerThing, LABEL } from "./things.ts";

/** Takes back what is made, by the id; by the label, as long as that is all that is known */
export function labelled(thing: DockerThing): InvertDocker {
  return ({ typed, docker, optionsAt }: DockerLine): Plan => ({
    kind: "undoable",
    changes: `makes a ${thing}`,
    async prepare() {
      const label = `${LABEL}=${crypto.randomUUID()}`;
      const [program, ...words] = typed.argv;
      return {
        argv: [program, ...words.slice(0, optionsAt - 1), "--label", label, ...words.slice(optionsAt - 1)],
        steps: [removal(thing, docker, null, label)],
        complete: async (_outcome, look) => completed(look, thing, docker, label),
      };
    },
  });
}

/** As long as nobody answers, the label is still all that is known */
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
  return step([], [...docker, ...DOCKER_THINGS[thing].remove, id ?? `label=${label}`], takes);
}
