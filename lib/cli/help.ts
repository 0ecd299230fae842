import { COMMANDS } from "./commands.ts";
import type { Command } from "./command.ts";
import { printLine } from "./output.ts";
import { RUN_OPTIONS } from "./run-options.ts";

const EXAMPLES = [
  ["wirework run point-to-point", "two containers on one cable, pinged both ways"],
  ["wirework run point-to-point --from 10.9.0.1", "with another address"],
  ["wirework run link-icc-false --dry-run", "only say what it would type"],
  ["wirework show net-none-manual", "what a recipe builds, and its options"],
  ["wirework run ./my-link.ts", "a recipe of your own"],
] as const;

const EXIT_STATUSES = [
  ["0", "done"],
  ["1", "a step or a check failed, and all was undone"],
  ["2", "bad usage or input; nothing was touched"],
  ["4", "refused by the recipe's permissions"],
  ["130, 143, 129, 141", "stopped by a signal, or by a closed output; undone"],
] as const;

/** `wirework help` */
export const help: Command = async () => {
  const commands = Object.values(COMMANDS).map(({ usage, summary }) => [usage, summary] as const);
  const options = RUN_OPTIONS.map(({ name, placeholder, help: text }) => [`--${name}${placeholder}`, text] as const);
  const lines = [
    'wirework: container networks wired by hand, as Docker\'s "Network Configuration" article does it',
    ...section("Examples", EXAMPLES),
    ...section("Commands", commands),
    ...section("Options of run, besides the recipe's own (wirework show RECIPE)", options),
    ...section("Exit status", EXIT_STATUSES),
  ];
  for (const line of lines) printLine(line);
  return 0;
};

function section(title: string, rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return ["", title, ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)];
}
