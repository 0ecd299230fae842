/**
 * `wirework`: the command line.
 *
 * @module
 */
import { nearest } from "../values/nearest.ts";
import { quoted } from "../values/quoted.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT } from "./exit-status.ts";
import { complain, OutputClosed, printLine } from "./output.ts";
import { UsageError } from "./usage-error.ts";

/** Other spellings of commands */
const ALIASES: Readonly<Record<string, string>> = {
  "--help": "help",
  "-h": "help",
  "--version": "version",
  "-V": "version",
};

process.exit(await main(process.argv.slice(2)));

async function main([word = "help", ...args]: readonly string[]): Promise<number> {
  try {
    const command = await load(ALIASES[word] ?? word);
    return await command(args);
  } catch (error) {
    return await report(error, args.includes("--json") ? "json" : "text");
  }
}

async function load(name: string): Promise<Command> {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry !== undefined) return entry.load();
  const near = nearest(name, Object.keys(COMMANDS));
  throw new UsageError(
    `Unknown command ${quoted(name)}${near === null ? "" : `: did you mean "${near}"?`}`,
    `wirework ${near ?? "help"}`,
  );
}

/** Says what went wrong; its exit status */
async function report(error: unknown, form: "json" | "text"): Promise<number> {
  if (error instanceof OutputClosed) return EXIT.closed;
  const { errorDocument, explain, explanationLines } = await import("./explain.ts");
  const explanation = explain(error);
  try {
    if (form === "json") printLine(errorDocument(explanation));
    else for (const line of explanationLines(explanation)) complain(line);
  } catch (closed) {
    if (!(closed instanceof OutputClosed)) throw closed;
  }
  return explanation.exit;
}
