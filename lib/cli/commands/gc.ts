import { collectGarbage } from "../../labs/gc.ts";
import { parseArguments } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { STANDARD_OPTIONS } from "../options/command-option.ts";
import { printLine } from "../terminal/standard-output.ts";
import { showHelp } from "../help/show-help.ts";

/** `wirework gc`: removes leftovers of ended labs */
export const gc: Command = async (argv) => {
  const typed = parseArguments(argv, { options: STANDARD_OPTIONS, mostPositionals: 0 });
  if (typed.switches.has("help")) return showHelp("gc", typed);
  const removed = await collectGarbage();
  if (typed.switches.has("json")) printLine(JSON.stringify({ schema: 1, removed }));
  else if (removed.length === 0) printLine("nothing to remove: no lab has left anything behind");
  else for (const { name, why } of removed) printLine(`removed ${name}: ${why}`);
  return 0;
};
