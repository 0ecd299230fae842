/**
 * What lines tell of somebody's work.
 *
 * @module
 */
import { type Finding, isWork } from "./finding.ts";
import { isAboutDocker } from "./probes/container.ts";
import type { ReadLine } from "./read-line.ts";

/** A line's findings, as what they tell of somebody's work */
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
 * Whether somebody has made Docker what the recipe wants before a line: then any container that fits the line was started after
 * that, as those before have ended.
 */
function isDockerMade(before: readonly Finding[]): boolean {
  const ofDocker = before.filter(isAboutDocker);
  return ofDocker.some(isWork) && ofDocker.at(-1)?.is === "so";
}
