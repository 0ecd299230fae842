import type { Command } from "./command.ts";
import { type CommandOption, HELP_OPTION, STANDARD_OPTIONS } from "./command-option.ts";
import { RUN_OPTIONS } from "./run-options.ts";

/** What help says of a command, and where it is; loaded when it is used */
export interface CommandEntry {
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly CommandOption[];
  load(): Promise<Command>;
}

/** The commands of `wirework`, in the order of help */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  run: {
    usage: "run RECIPE|FILE.ts [OPTIONS]",
    summary: "build it in a sandbox, prove it on real packets, leave nothing",
    options: RUN_OPTIONS,
    load: async () => (await import("./run.ts")).run,
  },
  list: {
    usage: "list",
    summary: "the recipes",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./list.ts")).list,
  },
  show: {
    usage: "show RECIPE|FILE.ts",
    summary: "what a recipe builds, its options, what it may run",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./show.ts")).show,
  },
  builtin: {
    usage: "builtin NAME [ARGUMENTS]",
    summary: "one of our own docker, service, sudo, brctl, as a program",
    options: [HELP_OPTION],
    load: async () => (await import("./builtin.ts")).builtin,
  },
  version: {
    usage: "version",
    summary: "of wirework, Bun and the kernel",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./version.ts")).version,
  },
  help: {
    usage: "help [COMMAND]",
    summary: "this, or all about a command",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./help.ts")).help,
  },
};

/** Other spellings of commands */
export const ALIASES: Readonly<Record<string, string>> = {
  "--help": "help",
  "-h": "help",
  "--version": "version",
  "-V": "version",
};
