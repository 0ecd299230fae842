/**
 * Types lines, and has what they built checked, for each case on a host that is as fresh.
 *
 *   bun by-hand-inside.ts CASES
 *
 * with the {@linkcode Case}s in JSON; prints a verdict a line, in JSON.
 */
import "zx/core";

import { readValues } from "../../../lib/cli/options/run-request.ts";
import { checkBuild } from "../../../lib/learner/check-build.ts";
import { lookHere } from "../../../lib/labs/look-here.ts";
import { liveHost } from "../../../lib/recipe/run/live-host.ts";
import { loadRecipe } from "../../../lib/recipe/load.ts";
import { liveValues } from "../../../lib/recipe/run/preflight.ts";
import { lineOf, makeFresh, performerOn } from "../terminal/typist.ts";

/** What is typed, and the recipe and values that it is checked with */
export interface Case {
  readonly recipe: string;
  readonly lines: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

const performer = performerOn("sandbox");
for (const { recipe: name, lines, options } of JSON.parse(process.argv[2] ?? "") as readonly Case[]) {
  await makeFresh(performer);
  await type(lines);
  const loaded = await loadRecipe(name);
  const { recipe } = loaded;
  const names = new Set(Object.keys(options));
  const values = await liveValues(recipe, readValues(loaded, options, "sandbox"), names, liveHost(lookHere(performer)));
  console.log(JSON.stringify(await checkBuild({ recipe, values }, { performer, kind: "sandbox", builder: "learner" })));
}
process.exit(0);

/** As a shell would: `name=$(…)` sets a variable. What fails is typed all the same */
async function type(lines: readonly string[]): Promise<void> {
  const variables = new Map<string, string>();
  for (const line of lines) {
    const [, name, command = line] = /^(\w+)=\$\((.*)\)$/.exec(line) ?? [];
    const typed = command.replace(/\$(\w+)/g, (_, variable: string) => variables.get(variable) ?? "");
    const { stdout } = await performer.perform(lineOf(typed));
    if (name !== undefined) variables.set(name, stdout.trim());
  }
}
