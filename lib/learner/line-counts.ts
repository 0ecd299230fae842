/**
 * Decides how many lines of a recipe a learner's host is checked for.
 *
 * @module
 */
import { type Finding, isWork } from "./finding.ts";
import { isAboutDocker } from "./probes/container.ts";
import type { ReadLine } from "./recipe-line.ts";

/** Numbers of a recipe's lines, counted from the first */
export interface LineCounts {
  /** Lines to look for; the ones after them undo what was built */
  readonly lines: number;
  /** Lines that must be there; a recipe's own lines after the article's last one need not be */
  readonly required: number;
  /** Lines that the learner may have typed */
  readonly typed: number;
}

/**
 * Counts up to the line that leaves a container's shell, or changes again what was built. It counts to the end when it
 * shows that Docker has been set up anew since.
 *
 * @param asked the findings of each line
 */
export function countLines(lines: readonly ReadLine[], asked: readonly (readonly Finding[])[]): LineCounts {
  const exit = lines.findIndex(({ does }) => does === "ends");
  const end = exit < 0 ? lines.length : exit;
  const lastOfArticle = lines.slice(0, end).findLastIndex(({ said }) => said === "article");
  const required = lastOfArticle < 0 ? end : lastOfArticle + 1;
  const turn = asked.slice(0, end).findIndex((findings, at) => at >= required && isTurn(findings, asked.slice(0, at)));
  const back = turn < 0 ? end : turn;
  const goesOn = asked.some((_, at) => at >= back && isReached(asked, at, required));
  return goesOn ? { lines: lines.length, required, typed: lines.length } : { lines: back, required, typed: required };
}

/** Reports whether one finding is about the thing of another, or about all its parts */
export function changesAgain({ thing }: Finding, before: Finding): boolean {
  return before.thing === thing || before.thing.startsWith(`${thing}/`);
}

/** Reports whether a line changes again what an earlier one has changed */
function isTurn(findings: readonly Finding[], earlier: readonly (readonly Finding[])[]): boolean {
  return findings.some((finding) => earlier.flat().some((before) => changesAgain(finding, before)));
}

/**
 * Reports whether the learner has typed a line that sets up Docker anew, or has started Docker after an optional line
 * did. Other things don't prove it: an interface called `eth0` may be another line's.
 */
function isReached(asked: readonly (readonly Finding[])[], at: number, required: number): boolean {
  const own = (asked[at] ?? []).filter(isAboutDocker);
  if (own.some((finding) => isOwnWork(finding, asked.slice(0, at).flat()))) return true;
  const told = asked.slice(required, at).flat().findLast(isAboutDocker);
  const isTold = told !== undefined && isOwnWork(told, asked.slice(0, required).flat());
  return isTold && own.some(({ is }) => is === "so");
}

/** Reports whether a finding proves work that no earlier line accounts for */
function isOwnWork(finding: Finding, earlier: readonly Finding[]): boolean {
  return isWork(finding) && !earlier.some(({ thing, wanted }) => thing === finding.thing && wanted === finding.wanted);
}
