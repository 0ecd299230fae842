/**
 * `docker rm`.
 *
 * @module
 */
import { CannotUndo } from "../cannot-undo.ts";
import type { Plan } from "../inversion.ts";
import { type Argv, textOf, typed as typedOf } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import type { DockerLine } from "./docker-line.ts";
import { seeContainers } from "./seen-container.ts";

/** `--link`, alone or among other letters; docker-rm(1) */
const OF_LINKS = /^(?:--link|-[a-z]*l[a-z]*)$/;

/** Whether a command takes a link away, and leaves the containers */
export function removesLink(argv: Argv): boolean {
  const read = typedOf(argv);
  return "args" in read && read.program === "docker" && read.args[0] === "rm" && read.args.some(isOfLinks);
}

function isOfLinks(word: string): boolean {
  return OF_LINKS.test(word);
}

/** Of a lab's own containers nothing is to be brought back: the command that made them is taken back by their absence */
export function removeContainers({ typed, docker, words }: DockerLine): Plan {
  const operands = words.filter((word) => !word.startsWith("-"));
  if (words.some(isOfLinks)) return removeLinks({ typed, docker, words: operands });
  return ownOnly({ typed, docker, words: operands }, `removes ${operands.join(" and ")}`, "what is in it is lost");
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
