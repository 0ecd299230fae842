/**
 * `docker`, answered by the embedded engine.
 *
 * @module
 */
import { type Builtin, print, type Surroundings } from "../builtin.ts";
import type { DockerCommand } from "./commands/command.ts";
import { exec } from "./commands/exec.ts";
import { info } from "./commands/info.ts";
import { inspect } from "./commands/inspect.ts";
import { logs } from "./commands/logs.ts";
import { ps } from "./commands/ps.ts";
import { run } from "./commands/run.ts";
import { kill, restart, rm, start, stop, wait } from "./commands/start-stop.ts";
import { version } from "./commands/version.ts";
import { FlagError, parseFlags } from "./flags.ts";
import { DockerFailure } from "./failure.ts";

const COMMANDS: Readonly<Record<string, DockerCommand>> = {
  exec,
  info,
  inspect,
  kill,
  logs,
  ps,
  restart,
  rm,
  run,
  start,
  stop,
  version,
  wait,
};

/** Of the client itself, before the command's name */
const GLOBAL_FLAGS = [
  { long: "help", kind: "switch" },
  { long: "version", short: "v", kind: "switch" },
] as const;

/** The client's exit status for a command line that it can't read */
const BAD_COMMAND_LINE = 125;

/**
 * `docker`: the embedded engine, with the client's own words and exit statuses.
 *
 * Equivalent to: `docker $args`
 */
export const docker: Builtin = async (args, surroundings) => {
  try {
    const { flags, rest } = parseFlags(args, GLOBAL_FLAGS);
    const [name, ...others] = flags.version ? ["version"] : rest;
    if (flags.help || name === undefined || name === "help") return help(surroundings);
    return await runCommand(name, others, surroundings);
  } catch (error) {
    if (error instanceof FlagError)
      return fail(surroundings, `${error.message}\nSee 'docker --help'.`, BAD_COMMAND_LINE);
    if (error instanceof DockerFailure) return fail(surroundings, error.message, error.exitCode);
    throw error;
  }
};

async function runCommand(name: string, args: readonly string[], surroundings: Surroundings): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    return fail(surroundings, `docker: '${name}' is not a docker command.\nSee 'docker --help'`, 1);
  if (args[0] === "--help") {
    print(surroundings.output, `\nUsage:\tdocker ${command.usage}\n\n${command.summary}`);
    return 0;
  }
  try {
    return await command.run(args, surroundings);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    return fail(surroundings, `${error.message}\nSee 'docker ${name} --help'.`, BAD_COMMAND_LINE);
  }
}

function help({ output }: Surroundings): number {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(11)} ${summary}`);
  print(
    output,
    ["", "Usage:\tdocker COMMAND", "", "The embedded engine of wirework has these commands:", ...rows].join("\n"),
  );
  return 0;
}

function fail({ errors }: Surroundings, message: string, exitCode: number): number {
  print(errors, message);
  return exitCode;
}
