/**
 * Formats the usage of brctl's commands.
 *
 * @module
 */
import { type Command, COMMANDS } from "./brctl-commands.ts";

/** The width of a tab, counted from the first operand */
const TAB = 8;
const HELP_COLUMN = 3 * TAB;

/** Returns the lines of the program's usage */
export function usage(): string[] {
  const commands = COMMANDS.map((command) => `\t${command.name.padEnd(10)}\t${describe(command)}`);
  return ["Usage: brctl [commands]", "commands:", ...commands];
}

/** Returns the lines for a command with too few operands */
export function usageOf(command: Command): string[] {
  return ["Incorrect number of arguments for command", `Usage: brctl ${command.name} ${describe(command)}`];
}

function describe({ operands, help }: Command): string {
  const words = operands.join(" ");
  // One at least: `<bridge> <port> {on|off}` fills the column
  const tabs = Math.max(1, Math.ceil((HELP_COLUMN - words.length) / TAB));
  return `${words}${"\t".repeat(tabs)}${help}`;
}
