/**
 * `docker rm`.
 *
 * @module
 */
import { dockerEffects } from "../../../programs/docker/effects.ts";
import { readDocker } from "../../../programs/docker/line.ts";
import { CannotUndo } from "../cannot-undo.ts";
import { type Plan, unknown } from "../inversion.ts";
import { type Argv, textOf, typed as typedOf } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import type { DockerLine } from "./docker-line.ts";
import { seeContainers } from "./seen-container.ts";

/** Whether a command takes a link away, and leaves the containers */
export function removesLink(argv: Argv): boolean {
  const command = typedOf(argv);
  const line = "args" in command && command.program === "docker" ? readDocker(command.args) : null;
  return line !== null && dockerEffects(line.parsed).some(({ kind }) => kind === "container link");
}

/** Of a lab's own containers nothing is to be brought back: the command that made them is taken back by their absence */
export function removeContainers({ typed, docker, effects }: DockerLine): Plan {
  const [removed] = effects;
  if (removed?.kind === "container link") return removeLinks({ typed, docker, words: removed.links });
  if (removed?.kind !== "container") return unknown("it names no container");
  const { references } = removed;
  return ownOnly({ typed, docker, words: references }, `removes ${references.join(" and ")}`, "what is in it is lost");
}

/** `--link CLIENT/ALIAS`: a link goes with its client */
function removeLinks({ typed, docker, words }: Parts): Plan {
  const clients = words.map((word) => word.replace(/^\//, "").split("/")[0] ?? "");
  return ownOnly(
    { typed, docker, words: clients },
    `removes the link ${words.join(" and ")}`,
    "only it knows the link",
  );
}

type Parts = Pick<DockerLine, "typed" | "docker" | "words">;

/** @throws {CannotUndo} for a container that no lab has made */
function ownOnly({ typed, docker, words }: Parts, changes: string, lost: string): Plan {
  return comparing<null>({
    argv: typed.argv,
    changes,
    async see(look) {
      const seen = await seeContainers(look, docker, words);
      const stranger = seen.find(({ maker }) => maker === "somebody");
      if (stranger !== undefined)
        throw new CannotUndo(textOf(typed), `the container ${stranger.name} was not made here, and ${lost}`);
      return null;
    },
    steps: () => [],
  });
}
