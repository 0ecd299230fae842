import { complain, printLine } from "../../../lib/cli/terminal/standard-output.ts";
import { CONTENDERS } from "../contenders/all.ts";
import { benchDocument } from "./document.ts";
import { measureStars, type Plan, type StarsOfSize } from "./measure.ts";
import { readStarOptions } from "./options.ts";
import { benchHeading, starLines } from "./table.ts";

function printAll(lines: readonly string[]): void {
  for (const line of lines) printLine(line);
}

function hasFailed({ leftOut, recipe }: StarsOfSize): boolean {
  return recipe.failed !== null || leftOut.some(({ failed }) => failed);
}

/** Runs `scripts/bench star`; returns its exit status */
export async function benchStars(words: readonly string[]): Promise<number> {
  const { contenders, counts, form, limits, rounds } = readStarOptions(words, CONTENDERS);
  const plan: Plan = { rounds, limits, announce: process.stderr.isTTY ? complain : () => {} };
  const sizes: StarsOfSize[] = [];
  if (form === "text") printAll(benchHeading(benchDocument(rounds, [])));
  for (const count of counts) {
    const size = await measureStars(contenders, count, plan);
    sizes.push(size);
    // Printed as soon as it is known: the next size takes minutes
    if (form === "text") printAll(starLines(benchDocument(rounds, [size])));
  }
  if (form === "json") printLine(JSON.stringify(benchDocument(rounds, sizes)));
  return sizes.some(hasFailed) ? 1 : 0;
}
