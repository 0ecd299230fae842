import type { Announcer } from "../../shell/template/session-line.ts";
import type { Question } from "../checks/question.ts";
import type { CheckReport, PlannedCheck } from "./report.ts";
import type { CommentOf } from "../step.ts";

/** Receives the events of a run, in order */
export interface Observer extends Announcer {
  step(comment: readonly string[], said: CommentOf): void;
  checked(check: CheckReport): void;
  /** Receives a check in a dry run, instead of `checked` */
  wouldCheck(check: PlannedCheck, question: Question): void;
  /** Receives the end of the recipe, complete or not */
  ended(): void;
}

/** An observer that ignores everything */
export const SILENT: Observer = tellAll([]);

/** Passes events to several observers */
export function tellAll(observers: readonly Observer[]): Observer {
  return {
    step: (...values) => observers.forEach((observer) => observer.step(...values)),
    announce: (line) => observers.forEach((observer) => observer.announce(line)),
    assign: (...values) => observers.forEach((observer) => observer.assign(...values)),
    named: (...values) => observers.forEach((observer) => observer.named(...values)),
    typed: (...values) => observers.forEach((observer) => observer.typed(...values)),
    finished: (...values) => observers.forEach((observer) => observer.finished(...values)),
    checked: (check) => observers.forEach((observer) => observer.checked(check)),
    wouldCheck: (...values) => observers.forEach((observer) => observer.wouldCheck(...values)),
    ended: () => observers.forEach((observer) => observer.ended()),
  };
}
