/**
 * Finds the Docker options in a recipe's lines, both the daemon's and those of containers.
 *
 * @module
 */
import { RUN_OPTIONS } from "../../programs/docker/options/docker-run-options.ts";
import { DAEMON, DAEMON_OPTIONS } from "../../programs/docker/options/daemon-options.ts";
import type { FlagRow } from "../../programs/docker/options/flag-table.ts";
import { dockerOptions } from "../../builtins/service/defaults-file.ts";
import { DEFAULT_FILE } from "../../hosts/machine/default-file.ts";
import { wordsOfDocker } from "../../programs/docker/line.ts";
import { parse, type Parsed, plainWords } from "../../programs/parse.ts";
import { isSaid, unknownWord } from "../../programs/terms.ts";
import { type Argv, typed } from "../../shell/invert/typed.ts";
import type { Line } from "../../shell/template/session-line.ts";

/** Long names of options, without the dashes; an option with several is there under each */
export interface GivenOptions {
  readonly dockerd: ReadonlySet<string>;
  readonly run: ReadonlySet<string>;
}

/** Reads an outline's lines; lines that Docker could not parse yield nothing */
export function givenOptions(lines: readonly Line[]): GivenOptions {
  const runs = lines.flatMap((line) => line.commands.flatMap(({ argv }) => toldRun(argv) ?? []));
  return {
    dockerd: new Set(lines.flatMap((line) => namesIn(parse(DAEMON, plainWords(daemonWords(line))), DAEMON_OPTIONS))),
    run: new Set(runs.flatMap((told) => namesIn(told, RUN_OPTIONS))),
  };
}

/** Parses the words of a `docker run`, with or without `sudo`; `null` for any other command */
function toldRun(argv: Argv): Parsed | null {
  const command = typed(argv);
  return "args" in command ? wordsOfDocker([command.program, ...command.args], "run") : null;
}

function namesIn(told: Parsed, options: readonly FlagRow[]): readonly string[] {
  if (unknownWord(told) !== null || told.refused.length > 0) return [];
  // A value is found by the name of its option, a switch by its word
  const isGiven = ({ long, sameAs = long }: FlagRow) => isSaid(told, sameAs) || isSaid(told, `--${sameAs}`);
  return options.filter(isGiven).map(({ long }) => long);
}

/** Returns the options that `echo … >> /etc/default/docker` gives the daemon; empty for any other line */
function daemonWords({ commands: [{ argv }], redirection }: Line): readonly string[] {
  return redirection?.file === DEFAULT_FILE ? dockerOptions(argv.slice(1).join(" ")) : [];
}
