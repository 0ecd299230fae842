/**
 * `docker start`, `stop`, `restart`, `kill`, `pause` and `unpause`.
 *
 * @module
 */
import type { InverseStep } from "../inversion.ts";
import { optionsOf, skipOptions } from "../../wrappers/skip-options.ts";
import { unknown } from "../inversion.ts";
import type { Argv } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import type { InvertDocker } from "./docker-line.ts";
import { seeContainers, type SeenContainer } from "./seen-container.ts";

const OPTIONS = optionsOf("-t: --time: --timeout: -s: --signal: -a --attach -i --interactive --detach-keys:");

/** The command that brings a container into a state, by the state that it has */
const WAYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  running: { exited: "start", created: "start", paused: "unpause" },
  exited: { running: "stop", paused: "stop" },
  created: { running: "stop", paused: "stop" },
  paused: { running: "pause" },
};

/** Brings containers of others into the state that they were in; a lab's own are removed anyway */
export function changeState(verb: string): InvertDocker {
  return ({ typed, docker, words }) => {
    const skipped = skipOptions(words, OPTIONS);
    if ("unknown" in skipped) return unknown(`nobody here knows what ${skipped.unknown} does to it`);
    const references = skipped.operands;
    return comparing<readonly SeenContainer[]>({
      argv: typed.argv,
      changes: `${verb} ${references.join(" and ")}`,
      see: (look) => seeContainers(look, docker, references),
      steps: (before, after) =>
        before.filter(({ maker }) => maker === "somebody").flatMap((container) => steps(docker, container, after)),
    });
  };
}

function steps(
  docker: Argv,
  { id, status: was }: SeenContainer,
  after: readonly SeenContainer[] | null,
): readonly InverseStep[] {
  const made = after?.find((container) => container.id === id)?.status ?? null;
  const way = made === null ? Object.values(WAYS[was] ?? {})[0] : WAYS[was]?.[made];
  if (way === undefined || (after !== null && made === null)) return [];
  return [step([], [...docker, way, id], { kind: "container state", docker, id, was, made })];
}
