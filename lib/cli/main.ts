/**
 * `wirework`: the command line.
 *
 * @module
 */
import { findCommand } from "./find-command.ts";
import { reportError } from "./report-error.ts";

process.exit(await main(process.argv.slice(2)));

async function main(argv: readonly string[]): Promise<number> {
  const [word = "help", ...args] = argv;
  try {
    const command = await findCommand(word).load();
    return await command(args);
  } catch (error) {
    return reportError(error, argv.includes("--json") ? "json" : "text");
  }
}
