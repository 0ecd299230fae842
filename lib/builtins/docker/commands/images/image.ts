/**
 * `docker image`: the group of commands on images.
 *
 * @module
 */
import { print, type Surroundings } from "../../../builtin.ts";
import { DockerFailure } from "../../../../programs/docker/failure.ts";
import { FlagError } from "../../../../programs/docker/options/flag-value.ts";
import { HELP } from "../../../../programs/docker/options/option-table.ts";
import { parseMixedFlags } from "../../options/flags.ts";
import { helpOf } from "../../docker-help.ts";
import { build } from "./build.ts";
import type { DockerCommand } from "../docker-command.ts";
import { imageList } from "./images.ts";
import { imageInspect } from "../inspect.ts";
import { imageRemove } from "./rmi.ts";

const COMMANDS: Readonly<Record<string, DockerCommand>> = {
  build: { ...build, usage: `image ${build.usage}` },
  inspect: imageInspect,
  list: imageList,
  ls: imageList,
  remove: imageRemove,
  rm: imageRemove,
};

/** Spellings that only the commands' own help shows */
const ALIASES: ReadonlySet<string> = new Set(["list", "remove"]);

/** Equivalent to: `docker image` */
export const image: DockerCommand = {
  usage: "image COMMAND",
  summary: "Manage images",
  options: [],
  async run(words, surroundings) {
    const [name = "", ...args] = words;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) return withoutCommand(words, surroundings);
    try {
      return await command.run(args, surroundings);
    } catch (error) {
      if (!(error instanceof FlagError)) throw error;
      throw new DockerFailure(`${error.message}\nSee 'docker image ${name} --help'.`, error.exitCode);
    }
  },
};

/** Prints the requested help, or an error with it: an unknown command is a failure, none at all is not */
function withoutCommand(words: readonly string[], { output, errors }: Surroundings): number {
  const { flags, rest } = readOptions(words);
  print(flags.help ? output : errors, ownHelp());
  return flags.help || rest.length === 0 ? 0 : 1;
}

function readOptions(words: readonly string[]) {
  try {
    return parseMixedFlags(words, [HELP]);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    throw new DockerFailure(`${error.message}\nSee 'docker image --help'.\n${ownHelp()}\n`, error.exitCode);
  }
}

function ownHelp(): string {
  const rows = Object.entries(COMMANDS)
    .filter(([name]) => !ALIASES.has(name))
    .map(([name, { summary }]) => `  ${name.padEnd(11)} ${summary}`);
  const more = "Run 'docker image COMMAND --help' for more information on a command.";
  return [helpOf(image), "", "Commands:", ...rows, "", more].join("\n");
}
