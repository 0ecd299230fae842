/**
 * Finds the Docker options in a recipe's lines, both the daemon's and those of containers.
 *
 * @module
 */
import { RUN_OPTIONS } from "../../programs/docker/options/run-options.ts";
import { FLAGS as DAEMON_OPTIONS } from "../../builtins/docker/options/daemon-options.ts";
import type { FlagRow } from "../../programs/docker/options/flag-table.ts";
import { FlagError, givenFlags } from "../../builtins/docker/options/flags.ts";
import { dockerOptions } from "../../builtins/service/defaults-file.ts";
import { DEFAULT_FILE } from "../../hosts/machine/default-file.ts";
import { readDocker } from "../../programs/docker/line.ts";
import { isSaid, unknownWord } from "../../programs/terms.ts";
import { type Argv, typed } from "../../shell/invert/typed.ts";
import type { Line } from "../../shell/template/line.ts";

/** Long names of options, without the dashes; of one that has several, all */
export interface GivenOptions {
  readonly dockerd: ReadonlySet<string>;
  readonly run: ReadonlySet<string>;
}

/** Reads an outline's lines; lines that Docker could not parse yield nothing */
export function givenOptions(lines: readonly Line[]): GivenOptions {
  return {
    dockerd: new Set(lines.flatMap((line) => daemonOptions(daemonWords(line)))),
    run: new Set(lines.flatMap((line) => line.commands.flatMap(({ argv }) => runOptions(argv)))),
  };
}

/** Lists the options of a `docker run`, with or without `sudo`; none of any other command */
function runOptions(argv: Argv): readonly string[] {
  const command = typed(argv);
  const read = "args" in command && command.program === "docker" ? readDocker(command.args) : null;
  const told = read?.command === "run" ? read.told : null;
  if (told === null || unknownWord(told) !== null) return [];
  const isGiven = ({ long, sameAs = long }: FlagRow) => isSaid(told, sameAs) || isSaid(told, `--${sameAs}`);
  return RUN_OPTIONS.filter(isGiven).map(({ long }) => long);
}

/** Returns the options that `echo … >> /etc/default/docker` gives the daemon; empty for any other line */
function daemonWords({ commands: [{ argv }], redirection }: Line): readonly string[] {
  return redirection?.file === DEFAULT_FILE ? dockerOptions(argv.slice(1).join(" ")) : [];
}

function daemonOptions(words: readonly string[]): readonly string[] {
  try {
    return givenFlags(words, DAEMON_OPTIONS);
  } catch (error) {
    if (error instanceof FlagError) return [];
    throw error;
  }
}
