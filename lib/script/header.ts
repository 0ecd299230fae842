/**
 * The beginning of a script: its description, its usage, and the conditions that it checks before it changes anything.
 *
 * @module
 */
import { printable } from "../recipe/printable.ts";
import type { LoadedRecipe } from "../recipe/load.ts";
import { isDocker } from "../programs/service.ts";
import type { Recipe } from "../recipe/recipe.ts";
import { effectsIn } from "../shell/invert/effects-in.ts";
import { quoteArgument } from "../shell/template/quote.ts";
import { scriptWord } from "./shell-words.ts";
import { bashText } from "./functions.ts";
import type { Deed } from "./record-recipe.ts";

/** Writes the description and the usage */
export function headerLines(
  { name, reference, recipe }: LoadedRecipe,
  typed: Readonly<Record<string, string>>,
): readonly string[] {
  const made = Object.entries(typed).map(([option, value]) => ` --${option} ${quoteArgument(value)}`);
  return [
    "#!/usr/bin/env bash",
    ...commented([
      `${name}: ${recipe.summary}`,
      ...recipe.builds.map((line) => `  ${line}`),
      ...(recipe.article === null ? [] : [`Docker's article "Network Configuration", section "${recipe.article}"`]),
      `Written by: wirework script ${quoteArgument(reference)}${made.join("")}`,
      "",
      `  bash ${quoteArgument(`${name}.sh`)} [--keep]`,
      "",
      "It changes this machine, and undoes everything at its end, also after a failure or Ctrl-C: each line that changes",
      `something has its undo beside it. It needs ${recipe.permissions.run.includes("docker") ? "Docker, and root" : "root"} or sudo.`,
    ]),
    "set -euo pipefail",
    `NAME=${scriptWord(name)}`,
  ];
}

/** Writes the conditions for a start */
export function preflightLines(recipe: Recipe, programs: readonly string[], deeds: readonly Deed[]): readonly string[] {
  return [
    bashText("usage"),
    "",
    `PROGRAMS=(${programs.map((program) => scriptWord(program)).join(" ")})`,
    bashText("start"),
    ...(recipe.permissions.modules.includes("br_netfilter") ? [bashText("start-netfilter")] : []),
    ...(deeds.some(interrupts) ? [bashText("start-alone")] : []),
  ];
}

/** Reports whether a line stops Docker, and with it everybody's containers */
function interrupts(deed: Deed): boolean {
  return (
    deed.kind === "line" &&
    deed.line.commands.some(({ argv }) =>
      effectsIn(argv).some((effect) => effect.kind === "service" && effect.action !== "start" && isDocker(effect.name)),
    )
  );
}

function commented(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => commentLines(line));
}

/** Writes a text as comments that cannot end early, and contain no control characters */
export function commentLines(text: string): readonly string[] {
  return printable(text)
    .split("\n")
    .map((line) => `# ${line}`.trimEnd());
}
