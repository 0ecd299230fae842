import { CLAIMS_OPTIONS } from "./claims/claims-options.ts";
import type { Command } from "./command.ts";
import { type CommandOption, HELP_OPTION, STANDARD_OPTIONS } from "./options/command-option.ts";
import { DOWN_OPTIONS } from "./options/down-options.ts";
import { LIST_OPTIONS } from "./options/list-options.ts";
import { NEW_OPTIONS } from "./options/new-options.ts";
import { RUN_OPTIONS } from "./options/run-options.ts";
import { SHELL_OPTIONS } from "./options/shell-options.ts";
import { SCRIPT_OPTIONS } from "./options/script-options.ts";
import { STEPS_OPTIONS } from "./options/steps-options.ts";
import { UP_OPTIONS } from "./options/up-options.ts";

/** A command's description in help, and its module, loaded on use */
export interface CommandEntry {
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly CommandOption[];
  load(): Promise<Command>;
}

/** The commands of `wirework`, in help's order */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  run: {
    usage: "run RECIPE|FILE.ts [OPTIONS]",
    summary: "run a recipe in a sandbox, check it with real packets, undo it",
    options: RUN_OPTIONS,
    load: async () => (await import("./commands/run.ts")).run,
  },
  up: {
    usage: "up RECIPE|FILE.ts [OPTIONS]",
    summary: "like run, but keep the result as a lab",
    options: UP_OPTIONS,
    load: async () => (await import("./commands/up.ts")).up,
  },
  ps: {
    usage: "ps",
    summary: "list the labs and their state",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./commands/ps.ts")).ps,
  },
  exec: {
    usage: "exec LAB[:CONTAINER] COMMAND",
    summary: "run a command in a lab, or in one of its containers",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./commands/exec.ts")).exec,
  },
  shell: {
    usage: "shell [LAB[:CONTAINER]]",
    summary: "open a shell in a lab; without one, on a fresh host",
    options: SHELL_OPTIONS,
    load: async () => (await import("./commands/shell.ts")).shell,
  },
  check: {
    usage: "check RECIPE [LAB] [OPTIONS]",
    summary: "check what you built by hand, and find the first missing line",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./check/check.ts")).check,
  },
  down: {
    usage: "down LAB...|--all",
    summary: "remove labs with everything in them",
    options: DOWN_OPTIONS,
    load: async () => (await import("./commands/down.ts")).down,
  },
  gc: {
    usage: "gc",
    summary: "remove what crashes and reboots have left",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./commands/gc.ts")).gc,
  },
  list: {
    usage: "list",
    summary: "list the recipes, section by section; or the article's options",
    options: LIST_OPTIONS,
    load: async () => (await import("./commands/list.ts")).list,
  },
  claims: {
    usage: "claims",
    summary: "list the article's statements and the checks of each",
    options: CLAIMS_OPTIONS,
    load: async () => (await import("./claims/claims.ts")).claims,
  },
  show: {
    usage: "show RECIPE|FILE.ts|LAB",
    summary: "show what a recipe builds, or what is in a lab",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./commands/show.ts")).show,
  },
  steps: {
    usage: "steps RECIPE|FILE.ts [OPTIONS]",
    summary: "print the article's lines, in order, without running them",
    options: STEPS_OPTIONS,
    load: async () => (await import("./commands/steps.ts")).steps,
  },
  script: {
    usage: "script RECIPE|FILE.ts [OPTIONS]",
    summary: "print a standalone bash script, with checks and undo",
    options: SCRIPT_OPTIONS,
    load: async () => (await import("./commands/script.ts")).script,
  },
  explain: {
    usage: "explain 'COMMAND'",
    summary: "explain each word of a command, what it does, and what undoes it",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./commands/explain-command.ts")).explainCommand,
  },
  new: {
    usage: "new NAME --from RECIPE|FILE.ts",
    summary: "copy a recipe into this folder, to make your own",
    options: NEW_OPTIONS,
    load: async () => (await import("./commands/new.ts")).newRecipe,
  },
  builtin: {
    usage: "builtin NAME [ARGUMENTS]",
    summary: "run a builtin docker, service, sudo, ip or brctl as a program",
    options: [HELP_OPTION],
    load: async () => (await import("./commands/builtin.ts")).builtin,
  },
  version: {
    usage: "version",
    summary: "print the versions of wirework, Bun and the kernel",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./commands/version.ts")).version,
  },
  help: {
    usage: "help [COMMAND]",
    summary: "help on wirework, or on one command",
    options: STANDARD_OPTIONS,
    load: async () => (await import("./help/help.ts")).help,
  },
};

/** Other spellings of commands */
export const ALIASES: Readonly<Record<string, string>> = {
  "--help": "help",
  "-h": "help",
  "--version": "version",
  "-V": "version",
};
