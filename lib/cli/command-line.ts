/**
 * The command line of `wirework`, started by main.ts.
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
    // Checked here, since code inside hosts reads it too
    parseBuiltinsChoice(process.env[BUILTINS_VARIABLE] ?? "");
    const command = await findCommand(word).load();
    return await command(args);
  } catch (error) {
    return reportError(error, argv.includes("--json") ? "json" : "text");
  }
}
