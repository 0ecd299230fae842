/**
 * What `scripts/bench star` has found, as `--json` prints it.
 *
 * @module
 */
import { cpus, release } from "node:os";

import { type Spread, spread } from "../compare.ts";
import type { Times } from "./build.ts";
import type { Measured, StarsOfSize } from "./measure.ts";
import type { Weight } from "./weigh.ts";

/** The parts of a star's life that contenders are compared by */
export type Part = "up" | "attach" | "down" | "upAndDown";

/** A contender's star of one size; milliseconds, bytes, numbers */
export interface StarDocument {
  readonly contender: string;
  readonly what: string;
  readonly times: Readonly<Record<"start" | Part, Spread>>;
  /** Of its times to those of the first contender that was measured, round by round */
  readonly ratios: Readonly<Record<Part, Spread>>;
  readonly weight: Weight;
}

/** The whole of it */
export interface BenchDocument {
  readonly schema: 1;
  readonly kernel: string;
  readonly cores: number;
  readonly rounds: number;
  readonly stars: readonly {
    readonly count: number;
    /** Whom the ratios are to; `null` when nobody was measured */
    readonly comparedWith: string | null;
    readonly measured: readonly StarDocument[];
    readonly leftOut: readonly {
      readonly contender: string;
      readonly why: string;
      readonly try: string | null;
      readonly failed: boolean;
    }[];
  }[];
}

/** How long each part takes */
const PARTS: Readonly<Record<Part, (times: Times) => number>> = {
  up: ({ up }) => up,
  attach: ({ attach }) => attach,
  down: ({ down }) => down,
  upAndDown: ({ up, down }) => up + down,
};

/** Medians and ratios of what was measured */
export function benchDocument(rounds: number, sizes: readonly StarsOfSize[]): BenchDocument {
  return {
    schema: 1,
    kernel: release(),
    cores: cpus().length,
    rounds,
    stars: sizes.map(({ count, measured, leftOut }) => ({
      count,
      comparedWith: measured[0]?.contender.name ?? null,
      measured: measured.map((one) => starDocument(one, measured[0] ?? one)),
      leftOut: leftOut.map(({ contender, why, tryThis, failed }) => ({
        contender: contender.name,
        why,
        try: tryThis,
        failed,
      })),
    })),
  };
}

function starDocument({ contender, times, weight }: Measured, first: Measured): StarDocument {
  const ofParts = (sample: (duration: (times: Times) => number) => readonly number[]) => ({
    up: spread(sample(PARTS.up)),
    attach: spread(sample(PARTS.attach)),
    down: spread(sample(PARTS.down)),
    upAndDown: spread(sample(PARTS.upAndDown)),
  });
  return {
    contender: contender.name,
    what: contender.what,
    times: { start: spread(times.map(({ start }) => start)), ...ofParts((duration) => times.map(duration)) },
    ratios: ofParts((duration) => times.map((one, round) => duration(one) / duration(first.times[round] ?? one))),
    weight,
  };
}
