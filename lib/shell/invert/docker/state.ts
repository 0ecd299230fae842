/**
 * `docker start`, `stop`, `restart`, `kill`, `pause` and `unpause`.
 *
 * @module
 */
import type { InverseStep } from "../inversion.ts";
import { type Options, optionsOf, skipOptions } from "../../wrappers/skip-options.ts";
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

const NO_OPTIONS: Options = new Map();
const STOPPING = optionsOf("-t: --time: --timeout: -s: --signal:");

/** What each does, in words, the state that it leads to, and its options */
const VERBS = {
  start: { does: "starts", to: "running", options: optionsOf("-a --attach -i --interactive --detach-keys:") },
  stop: { does: "stops", to: "exited", options: STOPPING },
  restart: { does: "restarts", to: "running", options: STOPPING },
  kill: { does: "sends a signal to", to: "exited", options: optionsOf("-s: --signal:") },
  pause: { does: "pauses", to: "paused", options: NO_OPTIONS },
  unpause: { does: "goes on with", to: "running", options: NO_OPTIONS },
} as const;

/** Brings containers of others into the state that they were in; a lab's own are removed anyway */
export function changeState(verb: keyof typeof VERBS): InvertDocker {
  return ({ typed, docker, words }) => {
    const skipped = skipOptions(words, VERBS[verb].options);
    if ("unknown" in skipped) return unknown(`nobody here knows what ${skipped.unknown} does to it`);
    const references = skipped.operands;
    if (references.length === 0) return unknown(`docker ${verb} names no container`);
    return comparing<readonly SeenContainer[]>({
      argv: typed.argv,
      changes: `${VERBS[verb].does} ${references.join(" and ")}`,
      see: (look) => seeContainers(look, docker, references),
      steps: (before, after) =>
        before
          .filter(({ maker }) => maker === "somebody")
          .flatMap((container) => steps(docker, container, { after, planned: VERBS[verb].to })),
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
