import type { CommandOption } from "../options/command-option.ts";
import { help, optionSection } from "./help.ts";
import { printLine } from "../terminal/output.ts";
import type { HelpRequest } from "../options/recipe-arguments.ts";
import { recipeLines } from "../commands/show.ts";

/** `wirework run --help`, or `up --help`, and with a recipe all about that too */
export async function explainRun(
  { about, form }: HelpRequest,
  command: string,
  options: readonly CommandOption[],
): Promise<number> {
  if (about === null || form === "json") return help(form === "json" ? [command, "--json"] : [command]);
  for (const line of [...recipeLines(about), ...optionSection(`Options of any ${command}`, options)]) printLine(line);
  return 0;
}
