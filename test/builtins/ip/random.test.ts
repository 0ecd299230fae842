/**
 * Any lines, one after the other: each says the same, and all leave the same in the kernel, whether we answer them or the real ip does.
 */
import { afterAll, expect, test } from "bun:test";

import fc from "fast-check";

import { bySize, SEED } from "../../support/size.ts";
import { mutatedLine } from "./mutated-lines.ts";
import { type Model, movesOf, type Network } from "./network-model.ts";
import { EMPTY, ipWords, type Scene } from "./scenes.ts";
import { Twin } from "./twin.ts";

/** A failure says the seed: `scripts/test --seed N` repeats it */
const RUNS = bySize({ quick: 6, full: 15, all: 200 });

const LINES = 20;

const real = new Twin("real");
const ours = new Twin("ours");
afterAll(async () => {
  await Promise.all([real[Symbol.asyncDispose](), ours[Symbol.asyncDispose]()]);
});

test("lines that can be done are done, and leave the same", async () => {
  const choices = fc.array(fc.nat(), { minLength: LINES, maxLength: LINES });
  await fc.assert(
    fc.asyncProperty(choices, async (numbers) => {
      const played = await playBoth(sequence(numbers));
      expect(played.filter(({ status }) => status !== 0)).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
});

test("lines of the tables with something else in them leave the same, and are answered the same", async () => {
  const lines = fc.array(mutatedLine, { minLength: LINES, maxLength: LINES });
  await fc.assert(
    fc.asyncProperty(lines, async (many) => {
      await playBoth(many.map((words) => ({ by: "real", words })));
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
});

/** Plays lines in both worlds; what was said in ours. Lists are left out: the order of some of them is the kernel's secret */
async function playBoth(lines: Scene["lines"]) {
  const scene: Scene = { ...EMPTY, given: ["netns add blue", "netns add red"], lines };
  const [theirs, own] = await Promise.all([real.play(scene, "at the end"), ours.play(scene, "at the end")]);
  const compared = own.map((one) => ({ ...one, stdout: "" }));
  expect(compared).toEqual(theirs.map((one) => ({ ...one, stdout: "" })));
  return own;
}

/** Of all lines that can be done at each moment, the one of that number */
function sequence(numbers: readonly number[]): Scene["lines"] {
  let model: Model = [];
  return numbers.map((number) => {
    const moves = movesOf(model);
    const move = moves[number % moves.length];
    if (move === undefined) throw new Error("Cannot choose a line: none can be done");
    model = move.after;
    const by = move.line.startsWith("neigh ") ? "real" : "ours";
    return { by, words: ipWords(`${PREFIXES[move.network][number % 4 === 1 ? 1 : 0]} ${move.line}`) };
  });
}

const PREFIXES: Readonly<Record<Network, readonly [string, string]>> = {
  here: ["", ""],
  blue: ["-n blue", "netns exec blue ip"],
  red: ["-n red", "netns exec blue ip netns exec red ip"],
};
