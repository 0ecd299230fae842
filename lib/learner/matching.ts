/**
 * Matches a learner's containers with those of a recipe.
 *
 * @module
 */
import type { MadeContainer } from "./recipe-line.ts";
import type { SeenContainer } from "./host-containers.ts";
import { compareContainer } from "./wanted-container.ts";

/** A container for each line that makes one, in the order of the lines */
export type Match = readonly (SeenContainer | null)[];

/**
 * Lists ways to match them, using each container once. The likeliest comes first: containers in the order of their
 * start.
 *
 * @example
 * ```ts
 * import { matches } from "./matching.ts";
 * import { expect } from "bun:test";
 *
 * const container = { isRunning: true, pid: 9, network: "none", joined: null, privileged: false,
 *   image: "base", command: ["sh"], links: [], ports: [] };
 * const [one, two] = [{ ...container, id: "1", name: "one" }, { ...container, id: "2", name: "two" }];
 * const made = { args: ["--net=none", "base", "sh"], word: "", container: null };
 * const ways = [...matches([made, made], [one, two])].map((match) => match.map((found) => found?.id));
 * expect(ways.slice(0, 3)).toEqual([["1", "2"], ["1", undefined], ["2", "1"]]);
 * ```
 */
export function* matches(
  made: readonly Pick<MadeContainer, "args">[],
  containers: readonly SeenContainer[],
): Generator<Match> {
  const [first, ...others] = made;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const candidate of candidatesOf(first.args, containers)) {
    const left = containers.filter((container) => container !== candidate);
    for (const match of matches(others, left)) yield [candidate, ...match];
  }
}

/**
 * Lists candidates for a line: running containers that fit it, then none, then others, as the learner may have mistyped
 * the line
 */
function candidatesOf(args: readonly string[], containers: readonly SeenContainer[]): Match {
  const running = containers.filter(({ isRunning }) => isRunning);
  const compared = running.map((container) => ({ container, ...compareContainer(args, container) }));
  const like = compared.filter(({ differences }) => differences.length === 0);
  const unlike = compared.filter(({ differences }) => differences.length > 0);
  const inOrder = like.toSorted((one, other) => Number(one.runsAnother) - Number(other.runsAnother));
  return [...inOrder.map(({ container }) => container), null, ...unlike.map(({ container }) => container)];
}
