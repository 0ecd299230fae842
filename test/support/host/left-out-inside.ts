/**
 * Types a recipe without one of its lines, and checks the result, for one line after the other.
 *
 *   bun left-out-inside.ts sandbox|docker RECIPE EVERY FIRST
 *
 * It prints the omitted line and the verdict as a line of JSON each: first with nothing omitted, then for
 * every EVERYth line from FIRST on.
 */
import "zx/core";

import { readValues } from "../../../lib/cli/options/run-request.ts";
import type { ThrowAwayKind } from "../../../lib/hosts/host-kind.ts";
import { checkBuild } from "../../../lib/learner/check-build.ts";
import type { Verdict } from "../../../lib/learner/verdict.ts";
import { lookHere } from "../../../lib/labs/look-here.ts";
import { liveHost } from "../../../lib/recipe/run/live-host.ts";
import { loadRecipe } from "../../../lib/recipe/load.ts";
import { liveValues } from "../../../lib/recipe/run/preflight.ts";
import { makeFresh, performerOn, typeRecipe } from "../terminal/typist.ts";

/** The omitted line, `null` for none, and its verdict */
export interface LeftOut {
  readonly line: string | null;
  readonly verdict: Verdict;
}

/** The end of the article's own work: later lines undo it */
const UNTIL = /^exit$| ip route del |="--ip=/;

// Given by the test
const [kind, name, every, first] = process.argv.slice(2) as [ThrowAwayKind, string, string, string];
const performer = performerOn(kind);
const loaded = await loadRecipe(name);
const lines = await tryWithout(-1);
const step = Math.min(Number(every), lines.length);
for (let place = Number(first) % step; place < lines.length; place += step) await tryWithout(place);
process.exit(0);

/** Returns the texts of lines that change something */
async function tryWithout(place: number): Promise<readonly string[]> {
  await makeFresh(performer);
  const { recipe } = loaded;
  const values = await liveValues(recipe, readValues(loaded, {}, kind), new Set(), liveHost(lookHere(performer)));
  const typed = await typeRecipe(recipe, values, performer, { until: UNTIL, leftOut: place });
  const verdict = await checkBuild({ recipe, values }, { performer, kind, builder: "learner" });
  console.log(JSON.stringify({ line: typed[place] ?? null, verdict } satisfies LeftOut));
  return typed;
}
