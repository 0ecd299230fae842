import { release } from "node:os";

import packageJson from "../../../package.json" with { type: "json" };
import { parseArguments } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { STANDARD_OPTIONS } from "../options/command-option.ts";
import { printLine } from "../terminal/standard-output.ts";
import { showHelp } from "../help/show-help.ts";

/** `wirework version` */
export const version: Command = async (argv) => {
  const typed = parseArguments(argv, { options: STANDARD_OPTIONS, mostPositionals: 0 });
  if (typed.switches.has("help")) return showHelp("version", typed);
  const versions = {
    wirework: packageJson.version,
    bun: Bun.version,
    kernel: release(),
  };
  if (typed.switches.has("json")) printLine(JSON.stringify({ schema: 1, ...versions }));
  else for (const [name, value] of Object.entries(versions)) printLine(`${name} ${value}`);
  return 0;
};
