/**
 * Lists a recipe's steps before any of them runs.
 *
 * @module
 */
import type { Line } from "../../shell/template/session-line.ts";
import { refusing } from "../../shell/refusing.ts";
import { samplePerformer } from "./dry-performer.ts";
import { type Observer, SILENT } from "./observer.ts";
import type { Recipe } from "../recipe.ts";
import type { PlannedCheck } from "./report.ts";
import { rehearse } from "./rehearse.ts";

/** A step of the outline */
export interface OutlinedStep {
  readonly comment: readonly string[];
  readonly lines: readonly Line[];
  /** Lines typed at containers' prompts */
  readonly typed: readonly string[];
}

/** All steps of a recipe */
export interface Outline {
  /** Numbered from 1 when shown; lines before the first comment are in no step */
  readonly steps: readonly OutlinedStep[];
  readonly checks: readonly PlannedCheck[];
}

/**
 * Reads a recipe by a run in which no command is executed. The article's output stands in for that of
 * commands.
 *
 * @throws whatever the recipe throws
 */
export async function outlineOf(recipe: Recipe, values: Readonly<Record<string, unknown>>): Promise<Outline> {
  const steps: { readonly comment: readonly string[]; readonly lines: Line[]; readonly typed: string[] }[] = [];
  const checks: PlannedCheck[] = [];
  const observer: Observer = {
    ...SILENT,
    step: (comment) => void steps.push({ comment, lines: [], typed: [] }),
    announce: (line) => void steps.at(-1)?.lines.push(line),
    typed: (text) => void steps.at(-1)?.typed.push(text),
    wouldCheck: (check) => void checks.push(check),
  };
  await rehearse(recipe, values, { performer: samplePerformer, observer, undoing: refusing("allowed") });
  return { steps, checks };
}
