/**
 * The command line of `wirework`, started by main.ts.
 *
 * @module
 */
import { parseSwitch, SWITCHES } from "../values/environment-switch.ts";
import { exitWith } from "./errors/exit-with.ts";
import { findCommand } from "./find-command.ts";
import { reportError } from "./errors/report-error.ts";

exitWith(main(process.argv.slice(2)));

async function main(argv: readonly string[]): Promise<number> {
  const [word = "help", ...args] = argv;
  try {
    // Checked here, since code inside hosts reads it too
    for (const name of SWITCHES) parseSwitch(name, process.env[name]);
    const command = await findCommand(word).load();
    return await command(args);
  } catch (error) {
    return reportError(error, argv.includes("--json") ? "json" : "text");
  }
}
