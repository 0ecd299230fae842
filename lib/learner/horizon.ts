/**
 * How far a recipe's lines are looked for.
 *
 * @module
 */
import { type Finding, isWork } from "./finding.ts";
import { isAboutDocker } from "./probes/container.ts";
import type { ReadLine } from "./read-line.ts";

/** Numbers of lines, from the first on */
export interface Horizon {
  /** Those that are looked for: what follows takes back what was built */
  readonly lines: number;
  /** Those that have to be there; what a recipe adds of its own after the article's last line has not */
  readonly required: number;
  /** Those that somebody may have typed */
  readonly typed: number;
}

/**
 * Up to the line that leaves a container's shell, or changes again what was built; to the end, where it is seen that
 * Docker has been made another one since.
 *
 * @param asked what was found of each line
 */
export function horizonOf(lines: readonly ReadLine[], asked: readonly (readonly Finding[])[]): Horizon {
  const exit = lines.findIndex(({ does }) => does === "ends");
  const end = exit < 0 ? lines.length : exit;
  const lastOfArticle = lines.slice(0, end).findLastIndex(({ said }) => said === "article");
  const required = lastOfArticle < 0 ? end : lastOfArticle + 1;
  const turn = asked.slice(0, end).findIndex((findings, at) => at >= required && isTurn(findings, asked.slice(0, at)));
  const back = turn < 0 ? end : turn;
  const goesOn = asked.some((_, at) => at >= back && isReached(asked, at, required));
  return goesOn ? { lines: lines.length, required, typed: lines.length } : { lines: back, required, typed: required };
}

/** Whether one is about the very thing of another one, or all that goes with it */
export function changesAgain({ thing }: Finding, before: Finding): boolean {
  return before.thing === thing || before.thing.startsWith(`${thing}/`);
}

/** Whether a line changes again what an earlier one has changed */
function isTurn(findings: readonly Finding[], earlier: readonly (readonly Finding[])[]): boolean {
  return findings.some((finding) => earlier.flat().some((before) => changesAgain(finding, before)));
}

/**
 * Whether somebody has told Docker what a line has it told, or started it when it was told so by a line that nobody has to type.
 * Whatever else is there, as an interface called `eth0`, may be another line's.
 */
function isReached(asked: readonly (readonly Finding[])[], at: number, required: number): boolean {
  const own = (asked[at] ?? []).filter(isAboutDocker);
  if (own.some((finding) => isOwnWork(finding, asked.slice(0, at).flat()))) return true;
  const told = asked.slice(required, at).flat().findLast(isAboutDocker);
  const isTold = told !== undefined && isOwnWork(told, asked.slice(0, required).flat());
  return isTold && own.some(({ is }) => is === "so");
}

/** Whether no earlier line has asked for the same */
function isOwnWork(finding: Finding, earlier: readonly Finding[]): boolean {
  return isWork(finding) && !earlier.some(({ thing, wanted }) => thing === finding.thing && wanted === finding.wanted);
}
