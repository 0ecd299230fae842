import type { Command } from "./command.ts";

/** What help says of a command, and where it is; loaded when it is used */
export interface CommandEntry {
  readonly usage: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** The commands of `wirework`, in the order of help */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  run: {
    usage: "run RECIPE|FILE.ts [OPTIONS]",
    summary: "build it in a sandbox, prove it on real packets, leave nothing",
    load: async () => (await import("./run.ts")).run,
  },
  list: {
    usage: "list",
    summary: "the recipes",
    load: async () => (await import("./list.ts")).list,
  },
  show: {
    usage: "show RECIPE|FILE.ts",
    summary: "what a recipe builds, its options, what it may run",
    load: async () => (await import("./show.ts")).show,
  },
  builtin: {
    usage: "builtin NAME [ARGUMENTS]",
    summary: "one of our own docker, service, sudo, brctl, as a program",
    load: async () => (await import("./builtin.ts")).builtin,
  },
  version: {
    usage: "version",
    summary: "of wirework, Bun and the kernel",
    load: async () => (await import("./version.ts")).version,
  },
  help: {
    usage: "help [COMMAND]",
    summary: "this, or all about a command",
    load: async () => (await import("./help.ts")).help,
  },
};
