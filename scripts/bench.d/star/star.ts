import { complain, printLine } from "../../../lib/cli/output.ts";
import { CONTENDERS } from "../contenders/all.ts";
import { benchDocument } from "./document.ts";
import { measureStars, type Plan, type StarsOfSize } from "./measure.ts";
import { readStarOptions } from "./options.ts";
import { benchLines } from "./table.ts";

function hasFailed({ leftOut, recipe }: StarsOfSize): boolean {
  return recipe.failed !== null || leftOut.some(({ failed }) => failed);
}

/** `scripts/bench star`: its exit status */
export async function benchStars(words: readonly string[]): Promise<number> {
  const { contenders, counts, form, limits, rounds } = readStarOptions(words, CONTENDERS);
  const plan: Plan = { rounds, limits, announce: process.stderr.isTTY ? complain : () => {} };
  const sizes: StarsOfSize[] = [];
  for (const count of counts) sizes.push(await measureStars(contenders, count, plan));
  const document = benchDocument(rounds, sizes);
  if (form === "json") printLine(JSON.stringify(document));
  else for (const line of benchLines(document)) printLine(line);
  return sizes.some(hasFailed) ? 1 : 0;
}
