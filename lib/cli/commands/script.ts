/**
 * `wirework script`: prints a recipe as a bash script.
 *
 * @module
 */
import type { Command } from "../command.ts";
import { readHostKind } from "../options/host-option.ts";
import { printLine } from "../terminal/standard-output.ts";
import { readRecipeArguments } from "../options/recipe-arguments.ts";
import { readValues } from "../options/run-request.ts";
import { SCRIPT_OPTIONS } from "../options/script-options.ts";
import { withOption } from "../options/with-option.ts";
import { withoutRunning } from "../run/without-running.ts";

/** `wirework script RECIPE` */
export const script: Command = async (argv) => {
  const words = withOption(argv, SCRIPT_OPTIONS);
  const read = await readRecipeArguments(words, { verb: "write a script of", options: SCRIPT_OPTIONS });
  if ("about" in read) return (await import("../help/explain-run.ts")).explainRun(read, "script", SCRIPT_OPTIONS);
  const { loaded, typed, switches, values: given } = read;
  const on = readHostKind(given.get("on") ?? "host");
  const values = readValues(loaded, typed, "host");
  const { scriptOf } = await import("../../script/script.ts");
  const strangers = on === "host" ? "refused" : "allowed";
  const text = await withoutRunning(loaded, () => scriptOf({ loaded, values, typed, strangers }));
  printLine(switches.has("json") ? JSON.stringify({ schema: 1, recipe: loaded.name, script: `${text}\n` }) : text);
  return 0;
};
