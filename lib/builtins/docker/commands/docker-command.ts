import { print, type Surroundings } from "../../builtin.ts";
import type { Flags } from "../../../programs/docker/options/flag-table.ts";
import { parseFlags, parseMixedFlags } from "../options/flags.ts";
import { type Described, helpOf } from "../docker-help.ts";
import { HELP, type OptionRow } from "../../../programs/docker/options/option-table.ts";
import { requireCount, type WordCount } from "../options/word-count.ts";

/** A subcommand of docker */
export interface DockerCommand extends Described {
  /**
   * Runs it, and returns an exit status.
   *
   * @throws {DockerFailure} with the client's message
   * @throws {FlagError} when it can't read the command line
   */
  run(args: readonly string[], surroundings: Surroundings): Promise<number>;
}

/** The definition of a subcommand */
interface CommandTable<Rows extends readonly OptionRow[]> {
  readonly usage: string;
  readonly summary: string;
  readonly options: Rows;
  /** Says whether options end at the first other word, as when the words are another command */
  readonly reads: "options first" | "options anywhere";
  readonly words: WordCount;
  run(flags: Flags<Rows>, words: readonly string[], surroundings: Surroundings): Promise<number>;
}

/** Makes a subcommand that prints its help on request, parses its options and counts its words */
export function dockerCommand<const Rows extends readonly OptionRow[]>(table: CommandTable<Rows>): DockerCommand {
  const { usage, summary, options } = table;
  const parse = table.reads === "options first" ? parseFlags : parseMixedFlags;
  return {
    usage,
    summary,
    options,
    async run(args, surroundings) {
      const read = parse<readonly OptionRow[]>(args, [...options, HELP]);
      // Each row of the table was parsed
      const flags = read.flags as Flags<Rows> & { readonly help: boolean };
      if (flags.help) {
        print(surroundings.output, helpOf(table));
        return 0;
      }
      requireCount(read.rest, table);
      return table.run(flags, read.rest, surroundings);
    },
  };
}
