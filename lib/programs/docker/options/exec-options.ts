/**
 * Options of `docker exec`; most are those of `docker run`.
 *
 * @module
 */
import { engineOptions, optionsOf } from "./short-table.ts";

/** Options of `docker run` and `docker exec` that the embedded engine has for both */
export const RUNNING_OPTIONS = engineOptions({
  "interactive -i": ["switch", "keeps its standard input open", "Keep STDIN open even if not attached"],
  "tty -t": ["switch", "gives it a terminal, so that a shell shows a prompt", "Allocate a pseudo-TTY"],
  "env -e": ["list", "a variable of its environment", "Set environment variables", "NAME=VALUE"],
  "workdir -w": ["string", "the folder that it starts in", "Working directory inside the container", "the folder"],
});

/** The options of `docker exec` */
export const EXEC_OPTIONS = [
  ...RUNNING_OPTIONS,
  ...engineOptions({
    "detach -d": ["switch", "lets it run in the background", "Detached mode: run command in the background"],
  }),
];

/** Options of `docker run` and `docker exec` that it has for neither */
export const OTHER_RUNNING_OPTIONS = optionsOf({
  "detach-keys": ["the keys that detach from it", "the keys"],
  "env-file": ["variables of its environment, from a file", "the file", "list"],
  "user -u": ["as which user it runs", "the user, or a number"],
});
