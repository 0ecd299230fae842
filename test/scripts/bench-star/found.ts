/** Stars that nobody has built, for tests of what is said of them */
import type { Times } from "../../../scripts/bench.d/star/build.ts";
import { type Contender, NO_LIMIT } from "../../../scripts/bench.d/star/contender.ts";
import type { StarsOfSize } from "../../../scripts/bench.d/star/measure.ts";

/** One that is never opened */
export function named(name: string): Contender {
  return {
    name,
    what: `what ${name} is`,
    limit: NO_LIMIT,
    missing: () => null,
    open: () => Promise.reject(new Error("It is never opened")),
  };
}

/** A round's times, in which all but `up` are alike */
export function times(up: number): Times {
  return { start: 1, up, attach: 2, down: 10 };
}

const WEIGHT = { rss: 3e6, pss: 2_000_000, kernel: 40_000_000, atOnce: 3, started: 17 };

/** Of the same star twice, once measured by three and once by nobody */
export const FOUND: readonly StarsOfSize[] = [
  {
    count: 200,
    measured: [
      { contender: named("floor"), times: [times(100), times(120), times(90)], weight: WEIGHT },
      { contender: named("wirework"), times: [times(120), times(120), times(120)], weight: WEIGHT },
      { contender: named("slow"), times: [times(1000), times(2400), times(900)], weight: WEIGHT },
    ],
    leftOut: [
      { contender: named("absent"), why: "not installed: x", tryThis: "sudo apt-get install x", failed: false },
    ],
    recipe: {
      times: [
        { up: 500, down: 50 },
        { up: 720, down: 60 },
        { up: 900, down: 40 },
      ],
      failed: null,
    },
  },
  {
    count: 1000,
    measured: [],
    leftOut: [{ contender: named("floor"), why: "failed: no veth", tryThis: null, failed: true }],
    recipe: { times: [], failed: "failed: no veth" },
  },
];
