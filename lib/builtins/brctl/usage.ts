/**
 * How brctl describes its commands.
 *
 * @module
 */
import { type Command, COMMANDS } from "./commands.ts";

/** Where the descriptions stand, counted from where the operands begin */
const TAB = 8;
const HELP_COLUMN = 3 * TAB;

/** The usage of the program, in lines */
export function usage(): string[] {
  const commands = COMMANDS.map((command) => `\t${command.name.padEnd(10)}\t${describe(command)}`);
  return ["Usage: brctl [commands]", "commands:", ...commands];
}

/** What is said of too few operands, in lines */
export function usageOf(command: Command): string[] {
  return ["Incorrect number of arguments for command", `Usage: brctl ${command.name} ${describe(command)}`];
}

function describe({ operands, help }: Command): string {
  const words = operands.join(" ");
  // One at least: `<bridge> <port> {on|off}` fills the column
  const tabs = Math.max(1, Math.ceil((HELP_COLUMN - words.length) / TAB));
  return `${words}${"\t".repeat(tabs)}${help}`;
}
