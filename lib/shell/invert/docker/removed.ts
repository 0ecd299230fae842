/**
 * Removed containers and links. A lab's own need no undo: undoing the command that made them would remove them, too.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import { CannotUndo } from "../cannot-undo.ts";
import type { Plan } from "../inversion.ts";
import { type Argv, textOf, type Typed } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import { dockerOf } from "./engine.ts";
import { seeContainers } from "./seen-container.ts";

/** Refuses containers that no lab has made */
export function planOfRemovedContainers(removed: Effect<"container">, typed: Typed): Plan {
  const { how, references } = removed;
  const changes = `${how} ${references.join(" and ")}`;
  return ownOnly(typed, dockerOf(removed), { changes, references, lost: "what is in it is lost" });
}

/** Refuses links of containers that no lab has made; a lab's links go with their containers */
export function planOfContainerLinks(removed: Effect<"container link">, typed: Typed): Plan {
  const { links } = removed;
  const references = links.map((link) => link.replace(/^\//, "").split("/")[0] ?? "");
  const changes = `removes the link ${links.join(" and ")}`;
  return ownOnly(typed, dockerOf(removed), { changes, references, lost: "only it knows the link" });
}

interface Removal {
  readonly changes: string;
  readonly references: readonly string[];
  /** A clause about a container that no lab has made */
  readonly lost: string;
}

function ownOnly(typed: Typed, docker: Argv, { changes, references, lost }: Removal): Plan {
  return comparing<null>({
    argv: typed.argv,
    changes,
    async see(look) {
      const seen = await seeContainers(look, docker, references);
      const stranger = seen.find(({ maker }) => maker === "somebody");
      if (stranger !== undefined)
        throw new CannotUndo(textOf(typed), `the container ${stranger.name} was not made here, and ${lost}`);
      return null;
    },
    steps: () => [],
  });
}
