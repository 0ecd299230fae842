import { print, type Surroundings } from "../../builtin.ts";
import type { Flags } from "../options/flag-table.ts";
import { parseFlags, parseMixedFlags } from "../options/flags.ts";
import { type Described, helpOf } from "../help.ts";
import type { OptionRow } from "../options/option-table.ts";
import { requireCount, type WordCount } from "../options/word-count.ts";

/** A sub-command of docker */
export interface DockerCommand extends Described {
  /**
   * Runs, and ends with an exit status.
   *
   * @throws {DockerFailure} with what the client would say
   * @throws {FlagError} when it can't read the command line
   */
  run(args: readonly string[], surroundings: Surroundings): Promise<number>;
}

/** What makes a sub-command */
interface CommandTable<Rows extends readonly OptionRow[]> {
  readonly usage: string;
  readonly summary: string;
  readonly options: Rows;
  /** Whether options end at the first word that is none, as where the words are another command */
  readonly reads: "options first" | "options anywhere";
  readonly words: WordCount;
  run(flags: Flags<Rows>, words: readonly string[], surroundings: Surroundings): Promise<number>;
}

/** Every command has it, and lists it only where `-h` is something else */
export const HELP = { long: "help", kind: "switch", help: null } as const;

/** A sub-command that prints its help when asked to, and gets its options and words read and counted */
export function dockerCommand<const Rows extends readonly OptionRow[]>(table: CommandTable<Rows>): DockerCommand {
  const { usage, summary, options } = table;
  const parse = table.reads === "options first" ? parseFlags : parseMixedFlags;
  return {
    usage,
    summary,
    options,
    async run(args, surroundings) {
      const read = parse<readonly OptionRow[]>(args, [...options, HELP]);
      // Each row of the table is among those that were read
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
