/**
 * `docker`, answered by the embedded engine.
 *
 * @module
 */
import { type Builtin, print, type Surroundings } from "../builtin.ts";
import { type DaemonAddress, parseDaemonAddress } from "./daemon-address.ts";
import { dialling } from "./engine/dialled.ts";
import { COMMANDS, findCommand } from "./docker-commands.ts";
import type { DockerCommand } from "./commands/docker-command.ts";
import { followHost } from "./engine/network/resolver.ts";
import { asAnswer, DockerFailure } from "../../programs/docker/failure.ts";
import { CLIENT_OPTIONS } from "../../programs/docker/options/client-options.ts";
import { FlagError } from "../../programs/docker/options/flag-value.ts";
import { parseFlags } from "./options/flags.ts";
import { helpOf } from "./docker-help.ts";

/**
 * `docker` on the embedded engine, with the client's words and exit statuses.
 *
 * Equivalent to: `docker $args`
 */
export const docker: Builtin = async (args, surroundings) => {
  try {
    return await run(args, surroundings);
  } catch (error) {
    const answer = asAnswer(error);
    if (!(answer instanceof DockerFailure)) throw error;
    print(surroundings.errors, answer.message);
    return answer.exitCode;
  }
};

async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { flags, rest } = await readGlobalOptions(args);
  const [name, ...others] = rest;
  if (flags.help || name === "help") return help(name === "help" ? others : rest, surroundings);
  if (name !== undefined) return dialling(addressOf(flags.host), () => runCommand(name, others, surroundings));
  // Without a command, the client prints its help as an error
  if (flags.version) print(surroundings.output, (await import("./commands/docker-version.ts")).ONE_LINE);
  else print(surroundings.errors, await ownHelp());
  return 0;
}

async function readGlobalOptions(args: readonly string[]) {
  try {
    return parseFlags(args, CLIENT_OPTIONS);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    throw new DockerFailure(`${error.message}\nSee 'docker --help'.\n${await ownHelp()}`, error.exitCode);
  }
}

/** Returns the address that the client connects to: docker/cli 20.10, `cli/command/cli.go` */
function addressOf(hosts: readonly string[]): DaemonAddress {
  const [host = process.env["DOCKER_HOST"] ?? "", ...others] = hosts;
  try {
    if (others.length === 0) return parseDaemonAddress(host);
  } catch (error) {
    throw error instanceof DockerFailure ? unresolved(error.message) : error;
  }
  throw unresolved("Please specify only one -H");
}

function unresolved(reason: string): DockerFailure {
  return new DockerFailure(`unable to resolve docker endpoint: ${reason}`);
}

async function runCommand(name: string, args: readonly string[], surroundings: Surroundings): Promise<number> {
  const command = await findCommand(name);
  followHost();
  try {
    return await command.run(args, surroundings);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    throw new DockerFailure(`${error.message}\nSee 'docker ${name} --help'.`, error.exitCode);
  }
}

/** Equivalent to: `docker help COMMAND` */
async function help(topics: readonly string[], { output }: Surroundings): Promise<number> {
  const [topic, ...others] = topics;
  const unknown = others[0] ?? (topic === undefined || Object.hasOwn(COMMANDS, topic) ? undefined : topic);
  if (unknown !== undefined) throw new DockerFailure(`unknown help topic: ${unknown}`);
  print(output, topic === undefined ? await ownHelp() : helpOf(await findCommand(topic)));
  return 0;
}

async function ownHelp(): Promise<string> {
  const own = "A self-sufficient runtime for containers";
  const commands = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => [name, await load()] as const),
  );
  const listed = (wanted: (command: DockerCommand) => boolean) =>
    commands.filter(([, command]) => wanted(command)).map(([name, { summary }]) => `  ${name.padEnd(11)} ${summary}`);
  const isGroup = ({ usage }: DockerCommand) => usage.endsWith(" COMMAND");
  return [
    helpOf({ usage: "[OPTIONS] COMMAND", summary: own, options: CLIENT_OPTIONS }),
    "",
    "Management Commands:",
    ...listed(isGroup),
    "",
    "Commands:",
    ...listed((command) => !isGroup(command)),
    "",
    "Run 'docker COMMAND --help' for more information on a command.",
    "",
    "This is wirework's embedded engine. It has only these commands of Docker's, and no process:",
    "its sockets are files by which this client knows it, and no other client is answered there",
  ].join("\n");
}
