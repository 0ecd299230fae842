/**
 * Types lines and checks the result, each case on an equally fresh host.
 *
 *   bun by-hand-inside.ts CASES
 *
 * The argument is {@linkcode Case}s in JSON; it prints a verdict per line, in JSON.
 */
import "zx/core";

import { readValues } from "../../../lib/cli/options/run-request.ts";
import { checkBuild } from "../../../lib/learner/check-build.ts";
import { lookHere } from "../../../lib/labs/look-here.ts";
import { liveHost } from "../../../lib/recipe/run/live-host.ts";
import { loadRecipe } from "../../../lib/recipe/load.ts";
import { liveValues } from "../../../lib/recipe/run/preflight.ts";
import { lineOf, makeFresh, performerOn } from "../terminal/typist.ts";

/** The lines to type, and the recipe and values to check them with */
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

/** Types lines like a shell: `name=$(…)` sets a variable. It continues after a failure */
async function type(lines: readonly string[]): Promise<void> {
  const variables = new Map<string, string>();
  for (const line of lines) {
    const [, name, command = line] = /^(\w+)=\$\((.*)\)$/.exec(line) ?? [];
    const typed = command.replace(/\$(\w+)/g, (_, variable: string) => variables.get(variable) ?? "");
    const { stdout } = await performer.perform(lineOf(typed));
    if (name !== undefined) variables.set(name, stdout.trim());
  }
}
