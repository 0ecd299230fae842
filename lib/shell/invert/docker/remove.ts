/**
 * `docker rm`.
 *
 * @module
 */
import { CannotUndo } from "../cannot-undo.ts";
import { type Plan, unknown } from "../inversion.ts";
import { textOf } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import type { DockerLine } from "./docker-line.ts";
import { seeContainers } from "./seen-container.ts";

/** Of a lab's own containers nothing is to be brought back: the command that made them is taken back by their absence */
export function removeContainers({ typed, docker, words }: DockerLine): Plan {
  if (words.some((word) => /^(?:--link|-[a-z]*l[a-z]*)$/.test(word))) return unknown("it removes a link");
  const references = words.filter((word) => !word.startsWith("-"));
  return comparing<null>({
    argv: typed.argv,
    changes: `removes ${references.join(" and ")}`,
    async see(look) {
      const strangers = (await seeContainers(look, docker, references)).filter(({ maker }) => maker === "somebody");
      const [stranger] = strangers;
      if (stranger !== undefined)
        throw new CannotUndo(
          textOf(typed),
          `the container ${stranger.name} was not made here, and what is in it is lost`,
        );
      return null;
    },
    steps: () => [],
  });
}
