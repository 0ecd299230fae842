import { optionLines } from "./options/option-list.ts";
import type { OptionRow } from "./options/option-table.ts";

/** What a command's help tells of it */
export interface Described {
  /** How it is typed, after `docker` */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly OptionRow[];
}

/** How a command is typed and what it does, which also follows a complaint about the number of its words */
export function usageOf({ usage, summary }: Pick<Described, "usage" | "summary">): string {
  return `\nUsage:  docker ${usage}\n\n${summary}`;
}

/** A command's help. Equivalent to: `docker COMMAND --help` */
export function helpOf(command: Described): string {
  const options = command.options.length === 0 ? [] : ["", "Options:", ...optionLines(command.options)];
  return [usageOf(command), ...options].join("\n");
}
