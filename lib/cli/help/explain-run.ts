import type { CommandOption } from "../options/command-option.ts";
import { help, optionSection } from "./help.ts";
import { printLine } from "../terminal/standard-output.ts";
import type { HelpRequest } from "../options/recipe-arguments.ts";
import { recipeLines } from "../commands/show.ts";

/** Prints the help of `run` or `up`, and of a recipe if one is named */
export async function explainRun(
  { about, form }: HelpRequest,
  command: string,
  options: readonly CommandOption[],
): Promise<number> {
  if (about === null || form === "json") return help(form === "json" ? [command, "--json"] : [command]);
  for (const line of [...recipeLines(about), ...optionSection(`Options of any ${command}`, options)]) printLine(line);
  return 0;
}
