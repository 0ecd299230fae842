/**
 * `wirework`: the command line, which main.ts starts.
 *
 * @module
 */
import { BUILTINS_VARIABLE, parseBuiltinsChoice } from "../values/builtins-choice.ts";
import { exitWith } from "./errors/exit-with.ts";
import { findCommand } from "./find-command.ts";
import { reportError } from "./errors/report-error.ts";

exitWith(main(process.argv.slice(2)));

async function main(argv: readonly string[]): Promise<number> {
  const [word = "help", ...args] = argv;
  try {
    // Read here for all that come after, inside of hosts too
    parseBuiltinsChoice(process.env[BUILTINS_VARIABLE] ?? "");
    const command = await findCommand(word).load();
    return await command(args);
  } catch (error) {
    return reportError(error, argv.includes("--json") ? "json" : "text");
  }
}
