import { optionLines } from "./options/option-list.ts";
import type { OptionRow } from "../../programs/docker/options/option-table.ts";

/** The data of a command's help */
export interface Described {
  /** Its synopsis after `docker` */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly OptionRow[];
}

/** Formats a command's usage and summary, which also follow an error about the number of words */
export function usageOf({ usage, summary }: Pick<Described, "usage" | "summary">): string {
  return `\nUsage:  docker ${usage}\n\n${summary}`;
}

/** Formats a command's help. Equivalent to: `docker COMMAND --help` */
export function helpOf(command: Described): string {
  const options = command.options.length === 0 ? [] : ["", "Options:", ...optionLines(command.options)];
  return [usageOf(command), ...options].join("\n");
}
