import { release } from "node:os";

import packageJson from "../../package.json" with { type: "json" };
import { parseArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { printLine } from "./output.ts";

/** `wirework version` */
export const version: Command = async (argv) => {
  const { switches } = parseArguments(argv, {
    options: [{ name: "json", takes: "nothing" }],
    mostPositionals: 0,
  });
  const versions = {
    wirework: packageJson.version,
    bun: Bun.version,
    kernel: release(),
  };
  if (switches.has("json")) printLine(JSON.stringify({ schema: 1, ...versions }));
  else for (const [name, value] of Object.entries(versions)) printLine(`${name} ${value}`);
  return 0;
};
