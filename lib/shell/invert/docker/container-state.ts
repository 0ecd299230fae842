/**
 * States of containers: running, paused, exited.
 *
 * @module
 */
import { ON_HOST } from "../../../resources/entering.ts";
import type { Effect } from "../../../programs/effect.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import type { Argv, Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { dockerOf } from "./engine.ts";
import { planOfRemovedContainers } from "./removed.ts";
import { seeContainers, type SeenContainer } from "./seen-container.ts";

/** The command that brings a container into each state, by its present state */
const WAYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  running: { exited: "start", created: "start", paused: "unpause" },
  exited: { running: "stop", paused: "stop" },
  created: { running: "stop", paused: "stop" },
  paused: { running: "pause" },
};

/** Brings other users' containers back into their former state; a lab's own are removed anyway */
export function planOfContainers(changed: Effect<"container">, typed: Typed): Plan {
  const { references, becomes, how } = changed;
  if (becomes === "removed") return planOfRemovedContainers(changed, typed);
  const docker = dockerOf(changed);
  return comparing<readonly SeenContainer[]>({
    argv: typed.argv,
    changes: `${how} ${references.join(" and ")}`,
    see: (look) => seeContainers(look, docker, references),
    steps: (before, after) =>
      before
        .filter(({ maker }) => maker === "somebody")
        .flatMap((container) => steps(docker, container, { after, planned: becomes })),
  });
}

/** Returns the step that brings a container back; none if it has its former state, or was removed meanwhile */
function steps(
  docker: Argv,
  { id, status: was }: SeenContainer,
  { after, planned }: { readonly after: readonly SeenContainer[] | null; readonly planned: string },
): readonly InverseStep[] {
  const made = after?.find((container) => container.id === id)?.status ?? null;
  if (after !== null && made === null) return [];
  const way = WAYS[was]?.[made ?? planned];
  if (way === undefined) return [];
  return [step(ON_HOST, [...docker, way, id], { kind: "container state", docker, id, was, made })];
}
