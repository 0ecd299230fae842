/**
 * Which of Docker's options the lines of a recipe give, to the daemon and to containers.
 *
 * @module
 */
import { RUN_OPTIONS } from "../../builtins/docker/commands/run-options.ts";
import { FLAGS as DAEMON_OPTIONS } from "../../builtins/docker/options/daemon-options.ts";
import type { FlagRow } from "../../builtins/docker/options/flag-table.ts";
import { FlagError, givenFlags } from "../../builtins/docker/options/flags.ts";
import { dockerOptions } from "../../builtins/service/defaults-file.ts";
import { readDocker } from "../../programs/docker/line.ts";
import { type Argv, typed } from "../../shell/invert/typed.ts";
import type { Line } from "../../shell/template/line.ts";

/** Their long names, without the dashes */
export interface GivenOptions {
  readonly dockerd: ReadonlySet<string>;
  readonly run: ReadonlySet<string>;
}

/** Where the daemon's options are written */
const DEFAULTS_FILE = "/etc/default/docker";

/** Reads lines, as an outline has them; what Docker can't read gives it nothing */
export function givenOptions(lines: readonly Line[]): GivenOptions {
  return {
    dockerd: new Set(lines.flatMap((line) => readable(daemonWords(line), DAEMON_OPTIONS))),
    run: new Set(lines.flatMap((line) => line.commands.flatMap(({ argv }) => readable(runWords(argv), RUN_OPTIONS)))),
  };
}

/** The words behind `docker run`, with or without `sudo`; none for any other command */
function runWords(argv: Argv): readonly string[] {
  const command = typed(argv);
  const read = "args" in command && command.program === "docker" ? readDocker(command.args) : null;
  return read?.command === "run" ? read.words : [];
}

/** What `echo … >> /etc/default/docker` gives the daemon; nothing for any other line */
function daemonWords({ commands: [{ argv }], redirection }: Line): readonly string[] {
  return redirection?.file === DEFAULTS_FILE ? dockerOptions(argv.slice(1).join(" ")) : [];
}

function readable(words: readonly string[], rows: readonly FlagRow[]): readonly string[] {
  try {
    return givenFlags(words, rows);
  } catch (error) {
    if (error instanceof FlagError) return [];
    throw error;
  }
}
