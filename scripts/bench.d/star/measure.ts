/**
 * Measures stars of one size with all contenders in turn.
 *
 * @module
 */
import { explain } from "../../../lib/cli/errors/explain.ts";
import { WIREWORK } from "../contenders/wirework.ts";
import { buildStar, type Times } from "./build.ts";
import type { Contender, Missing } from "./contender.ts";
import { type RecipeTimes, SMALLEST_RECIPE, timeRecipe } from "./recipe.ts";
import { type Weight, weighStar } from "./weigh.ts";

/** A contender's times, one per round; those of a round follow each other */
export interface Measured {
  readonly contender: Contender;
  readonly times: readonly Times[];
  readonly weight: Weight;
}

/** A contender that was not measured, and the reason */
export interface LeftOut extends Missing {
  readonly contender: Contender;
  /** True when it was there, and failed */
  readonly failed: boolean;
}

/** The results for one size */
export interface StarsOfSize {
  readonly count: number;
  readonly measured: readonly Measured[];
  readonly leftOut: readonly LeftOut[];
  readonly recipe: MeasuredRecipe;
}

/** The recipe's times, one per round, or the reason why there are none; neither when it doesn't take part */
export interface MeasuredRecipe {
  readonly times: readonly RecipeTimes[];
  readonly failed: string | null;
}

/** The plan of a measurement */
export interface Plan {
  readonly rounds: number;
  /** The treatment of stars that are too large for a contender */
  readonly limits: "kept" | "ignored";
  /** Receives each star before it is built */
  readonly announce: (line: string) => void;
}

/**
 * Builds stars of one size: a first round measures memory, and warms up; the others are timed, in an order
 * that rotates. A contender that fails once is left out.
 */
export async function measureStars(contenders: readonly Contender[], count: number, plan: Plan): Promise<StarsOfSize> {
  const leftOut = contenders.flatMap((contender) => obstacleTo(contender, count, plan) ?? []);
  const isOut = (contender: Contender) => leftOut.some((one) => one.contender === contender);
  const weights = new Map<Contender, Weight>();
  const times = new Map<Contender, Times[]>(contenders.map((contender) => [contender, []]));

  const recipe: { times: RecipeTimes[]; failed: string | null } = { times: [], failed: null };
  const isRecipeTimed = contenders.includes(WIREWORK) && count >= SMALLEST_RECIPE;

  for (let round = 0; round <= plan.rounds; round += 1) {
    for (const contender of rotated(contenders, round)) {
      if (isOut(contender)) continue;
      plan.announce(
        `star of ${count}, ${round === 0 ? "weighed" : `round ${round} of ${plan.rounds}`}: ${contender.name}`,
      );
      try {
        if (round === 0) weights.set(contender, await weighStar(contender, count));
        else times.get(contender)?.push(await buildStar(contender, count, null));
      } catch (error) {
        leftOut.push({ contender, ...failure(error), failed: true });
      }
    }
    if (!isRecipeTimed || round === 0 || recipe.failed !== null) continue;
    plan.announce(`star of ${count}, round ${round} of ${plan.rounds}: wirework up star`);
    try {
      recipe.times.push(timeRecipe(count));
    } catch (error) {
      recipe.failed = failure(error).why;
    }
  }

  const measured = contenders.flatMap((contender) => {
    const weight = weights.get(contender);
    return weight === undefined || isOut(contender) ? [] : [{ contender, weight, times: times.get(contender) ?? [] }];
  });
  return { count, measured, leftOut, recipe: recipe.failed === null ? recipe : { times: [], failed: recipe.failed } };
}

function failure(error: unknown): Missing {
  const { message, cause, try: tryThis } = explain(error);
  return { why: `failed: ${[message, cause ?? []].flat().join(": ")}`, tryThis };
}

function obstacleTo(contender: Contender, count: number, { limits }: Plan): LeftOut | null {
  const missing = contender.missing();
  if (missing !== null) return { contender, ...missing, failed: false };
  const { most, why } = contender.limit;
  if (limits === "ignored" || count <= most) return null;
  return { contender, why, tryThis: "--all", failed: false };
}

function rotated<T>(all: readonly T[], by: number): readonly T[] {
  const first = by % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}
