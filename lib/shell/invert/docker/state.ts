/**
 * `docker start`, `stop`, `restart`, `kill`, `pause` and `unpause`.
 *
 * @module
 */
import { unknownWord } from "../../../programs/terms.ts";
import type { InverseStep } from "../inversion.ts";
import { unknown } from "../inversion.ts";
import type { Argv } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import type { InvertDocker } from "./docker-line.ts";
import { seeContainers, type SeenContainer } from "./seen-container.ts";

/** The command that brings a container into a state, by the state that it has */
const WAYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  running: { exited: "start", created: "start", paused: "unpause" },
  exited: { running: "stop", paused: "stop" },
  created: { running: "stop", paused: "stop" },
  paused: { running: "pause" },
};

/** What each does, in words */
const DOES = {
  start: "starts",
  stop: "stops",
  restart: "restarts",
  kill: "sends a signal to",
  pause: "pauses",
  unpause: "goes on with",
} as const;

/** Brings containers of others into the state that they were in; a lab's own are removed anyway */
export function changeState(verb: keyof typeof DOES): InvertDocker {
  return ({ typed, docker, parsed, effects }) => {
    const word = unknownWord(parsed);
    if (word !== null) return unknown(`wirework does not know what ${word} does to it`);
    const changed = effects.find((effect) => effect.kind === "container");
    if (changed === undefined) return unknown(`docker ${verb} names no container`);
    const { references, becomes } = changed;
    return comparing<readonly SeenContainer[]>({
      argv: typed.argv,
      changes: `${DOES[verb]} ${references.join(" and ")}`,
      see: (look) => seeContainers(look, docker, references),
      steps: (before, after) =>
        before
          .filter(({ maker }) => maker === "somebody")
          .flatMap((container) => steps(docker, container, { after, planned: becomes })),
    });
  };
}

function steps(
  docker: Argv,
  { id, status: was }: SeenContainer,
  { after, planned }: { readonly after: readonly SeenContainer[] | null; readonly planned: string },
): readonly InverseStep[] {
  const made = after?.find((container) => container.id === id)?.status ?? null;
  const way = WAYS[was]?.[made ?? planned];
  if (way === undefined || (after !== null && made === null)) return [];
  return [step([], [...docker, way, id], { kind: "container state", docker, id, was, made })];
}
