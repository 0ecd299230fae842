/**
 * Finds the Docker options in a recipe's lines, both the daemon's and those of containers.
 *
 * @module
 */
import { RUN_OPTIONS } from "../../builtins/docker/commands/run-options.ts";
import { FLAGS as DAEMON_OPTIONS } from "../../builtins/docker/options/daemon-options.ts";
import type { FlagRow } from "../../builtins/docker/options/flag-table.ts";
import { FlagError, givenFlags } from "../../builtins/docker/options/flags.ts";
import { dockerOptions } from "../../builtins/service/defaults-file.ts";
import { DEFAULT_FILE } from "../../hosts/machine/default-file.ts";
import { readDocker } from "../../programs/docker/line.ts";
import { type Argv, typed } from "../../shell/invert/typed.ts";
import type { Line } from "../../shell/template/line.ts";

/** Long names of options, without the dashes */
export interface GivenOptions {
  readonly dockerd: ReadonlySet<string>;
  readonly run: ReadonlySet<string>;
}

/** Reads an outline's lines; lines that Docker could not parse yield nothing */
export function givenOptions(lines: readonly Line[]): GivenOptions {
  return {
    dockerd: new Set(lines.flatMap((line) => readable(daemonWords(line), DAEMON_OPTIONS))),
    run: new Set(lines.flatMap((line) => line.commands.flatMap(({ argv }) => readable(runWords(argv), RUN_OPTIONS)))),
  };
}

/** Returns the words after `docker run`, with or without `sudo`; empty for any other command */
function runWords(argv: Argv): readonly string[] {
  const command = typed(argv);
  const read = "args" in command && command.program === "docker" ? readDocker(command.args) : null;
  return read?.command === "run" ? read.words : [];
}

/** Returns the options that `echo … >> /etc/default/docker` gives the daemon; empty for any other line */
function daemonWords({ commands: [{ argv }], redirection }: Line): readonly string[] {
  return redirection?.file === DEFAULT_FILE ? dockerOptions(argv.slice(1).join(" ")) : [];
}

function readable(words: readonly string[], rows: readonly FlagRow[]): readonly string[] {
  try {
    return givenFlags(words, rows);
  } catch (error) {
    if (error instanceof FlagError) return [];
    throw error;
  }
}
