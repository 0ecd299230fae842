import { nearest } from "../values/name/nearest.ts";
import { quoted } from "../values/quoted.ts";
import { ALIASES, type CommandEntry, COMMANDS } from "./commands.ts";
import { UsageError } from "./errors/usage-error.ts";

/**
 * Finds a command by its name or an alias.
 *
 * @throws {UsageError} when there is none, with the nearest name
 */
export function findCommand(word: string): CommandEntry {
  const name = Object.hasOwn(ALIASES, word) ? (ALIASES[word] ?? word) : word;
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry !== undefined) return entry;
  const names = Object.keys(COMMANDS);
  const near = nearest(name, names);
  if (near !== null)
    throw new UsageError(`Unknown command ${quoted(word)}: did you mean "${near}"?`, `wirework ${near}`);
  const hint = word.startsWith("-") ? "options come after the command" : `the commands are ${names.join(", ")}`;
  throw new UsageError(`Unknown command ${quoted(word)}: ${hint}`, "wirework help");
}
