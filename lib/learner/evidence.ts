/**
 * Evidence of a learner's work.
 *
 * @module
 */
import { type Finding, isWork } from "./finding.ts";
import { isAboutDocker } from "./probes/container.ts";
import type { ReadLine } from "./recipe-line.ts";

/** The findings of a line as evidence: a container counts, too, once Docker was set up for it */
export function evidenceIn(
  made: ReadLine["made"],
  asked: readonly (readonly Finding[])[],
  at: number,
): readonly Finding[] {
  const findings = asked[at] ?? [];
  if (made === null || !isDockerMade(asked.slice(0, at).flat())) return findings;
  return findings.map((finding) => ({ ...finding, tells: true }));
}

/**
 * Reports whether the learner has set up Docker as the recipe wants it before a line. A container that fits the line
 * must then be newer, since the setup ended all older ones.
 */
function isDockerMade(before: readonly Finding[]): boolean {
  const ofDocker = before.filter(isAboutDocker);
  return ofDocker.some(isWork) && ofDocker.at(-1)?.is === "so";
}
