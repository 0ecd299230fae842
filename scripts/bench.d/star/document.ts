/**
 * The results of `scripts/bench star`, as `--json` prints them.
 *
 * @module
 */
import { cpus, release } from "node:os";

import { type Spread, spread } from "../compare.ts";
import { WIREWORK } from "../contenders/wirework.ts";
import type { Times } from "./build.ts";
import type { Measured, MeasuredRecipe, StarsOfSize } from "./measure.ts";
import type { Weight } from "./weigh.ts";

/** The parts of a star's life that are compared */
export type Part = "up" | "attach" | "down" | "upAndDown";

/** A contender's star of one size; milliseconds, bytes, numbers */
export interface StarDocument {
  readonly contender: string;
  readonly what: string;
  readonly times: Readonly<Record<"start" | Part, Spread>>;
  /** Ratios of its times to those of each contender in `comparedWith`, by name, round by round */
  readonly ratios: Readonly<Record<string, Readonly<Record<Part, Spread>>>>;
  readonly weight: Weight;
}

/** All results */
export interface BenchDocument {
  readonly schema: 1;
  readonly kernel: string;
  readonly cores: number;
  readonly rounds: number;
  readonly stars: readonly {
    readonly count: number;
    /** The contenders that ratios refer to: the first of the table, and wirework, if measured */
    readonly comparedWith: readonly string[];
    readonly measured: readonly StarDocument[];
    /**
     * `wirework up star` and `wirework down`, and the ratio of the first to `up` in the table's first row;
     * `null` when not timed
     */
    readonly recipe: { readonly up: Spread; readonly down: Spread; readonly ratio: Spread | null } | null;
    /** The reason for not timing it */
    readonly recipeFailed: string | null;
    readonly leftOut: readonly {
      readonly contender: string;
      readonly why: string;
      readonly try: string | null;
      readonly failed: boolean;
    }[];
  }[];
}

/** The duration of each part */
const PARTS: Readonly<Record<Part, (times: Times) => number>> = {
  up: ({ up }) => up,
  attach: ({ attach }) => attach,
  down: ({ down }) => down,
  upAndDown: ({ up, down }) => up + down,
};

/** Computes medians and ratios */
export function benchDocument(rounds: number, sizes: readonly StarsOfSize[]): BenchDocument {
  return {
    schema: 1,
    kernel: release(),
    cores: cpus().length,
    rounds,
    stars: sizes.map(({ count, measured, leftOut, recipe }) => ({
      count,
      comparedWith: yardsticks(measured).map(({ contender }) => contender.name),
      measured: measured.map((one) => starDocument(one, yardsticks(measured))),
      recipe: recipeDocument(recipe, measured[0]?.times ?? null),
      recipeFailed: recipe.failed,
      leftOut: leftOut.map(({ contender, why, tryThis, failed }) => ({
        contender: contender.name,
        why,
        try: tryThis,
        failed,
      })),
    })),
  };
}

function recipeDocument({ times }: MeasuredRecipe, first: readonly Times[] | null) {
  if (times.length === 0) return null;
  return {
    up: spread(times.map(({ up }) => up)),
    down: spread(times.map(({ down }) => down)),
    ratio: first === null ? null : spread(times.map(({ up }, round) => up / (first[round]?.up ?? up))),
  };
}

function yardsticks(measured: readonly Measured[]): readonly Measured[] {
  return measured.filter(({ contender }, place) => place === 0 || contender.name === WIREWORK.name);
}

function starDocument({ contender, times, weight }: Measured, others: readonly Measured[]): StarDocument {
  const ratiosTo = (other: Measured) =>
    ofParts((duration) => times.map((one, round) => duration(one) / duration(other.times[round] ?? one)));
  return {
    contender: contender.name,
    what: contender.what,
    times: {
      start: spread(times.map(({ start }) => start)),
      ...ofParts((duration) => times.map(duration)),
    },
    ratios: Object.fromEntries(others.map((other) => [other.contender.name, ratiosTo(other)])),
    weight,
  };
}

/** Returns the spread of each part's sample */
function ofParts(sample: (duration: (times: Times) => number) => readonly number[]): Record<Part, Spread> {
  return {
    up: spread(sample(PARTS.up)),
    attach: spread(sample(PARTS.attach)),
    down: spread(sample(PARTS.down)),
    upAndDown: spread(sample(PARTS.upAndDown)),
  };
}
