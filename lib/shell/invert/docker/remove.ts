/**
 * `docker rm`.
 *
 * @module
 */
import { RM_OPTIONS } from "../../../builtins/docker/commands/rm-options.ts";
import { FlagError, parseMixedFlags } from "../../../builtins/docker/options/flags.ts";
import { CannotUndo } from "../cannot-undo.ts";
import type { Plan } from "../inversion.ts";
import { type Argv, textOf, typed as typedOf } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import type { DockerLine } from "./docker-line.ts";
import { readDocker } from "./read-docker.ts";
import { seeContainers } from "./seen-container.ts";

/** Whether a command takes a link away, and leaves the containers */
export function removesLink(argv: Argv): boolean {
  const read = typedOf(argv);
  const line = "args" in read && read.program === "docker" ? readDocker(read.args) : null;
  return line?.command === "rm" && readRemoval(line.words).what === "links";
}

/** What is removed; docker-rm(1) */
interface Removal {
  readonly what: "links" | "containers";
  readonly operands: readonly string[];
}

function readRemoval(words: readonly string[]): Removal {
  try {
    const { flags, rest } = parseMixedFlags(words, RM_OPTIONS);
    return { what: flags.link ? "links" : "containers", operands: rest };
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    // Docker refuses it, too; one that does not knows an option more
    return { what: "containers", operands: words.filter((word) => !word.startsWith("-")) };
  }
}

/** Of a lab's own containers nothing is to be brought back: the command that made them is taken back by their absence */
export function removeContainers({ typed, docker, words }: DockerLine): Plan {
  const { what, operands } = readRemoval(words);
  if (what === "links") return removeLinks({ typed, docker, words: operands });
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
