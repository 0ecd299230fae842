/**
 * Options of `docker exec`; most are those of `docker run`.
 *
 * @module
 */
import type { OptionRow } from "./option-table.ts";
import { optionsOf } from "./short-table.ts";

export const INTERACTIVE = {
  long: "interactive",
  short: "i",
  kind: "switch",
  help: "Keep STDIN open even if not attached",
  means: "keeps its standard input open",
} as const;

export const TTY = {
  long: "tty",
  short: "t",
  kind: "switch",
  help: "Allocate a pseudo-TTY",
  means: "gives it a terminal, so that a shell shows a prompt",
} as const;

export const DETACH = { long: "detach", short: "d", kind: "switch" } as const;

export const ENV = {
  long: "env",
  short: "e",
  kind: "list",
  help: "Set environment variables",
  means: "a variable of its environment",
  value: "NAME=VALUE",
} as const;

export const WORKDIR = {
  long: "workdir",
  short: "w",
  kind: "string",
  help: "Working directory inside the container",
  means: "the folder that it starts in",
  value: "the folder",
} as const;

/** Those that the embedded engine has */
export const EXEC_OPTIONS = [
  INTERACTIVE,
  TTY,
  {
    ...DETACH,
    help: "Detached mode: run command in the background",
    means: "lets it run in the background",
  },
  ENV,
  WORKDIR,
] as const satisfies readonly OptionRow[];

/** Options of `docker run` and `docker exec` that the embedded engine has for neither */
export const OTHER_RUNNING_OPTIONS = optionsOf({
  "detach-keys": ["the keys that detach from it", "the keys"],
  "env-file": ["variables of its environment, from a file", "the file", "list"],
  "user -u": ["as which user it runs", "the user, or a number"],
});
