import { BUILTINS_VARIABLE } from "../values/builtins-choice.ts";
import { SYSTEM_PATH } from "./programs.ts";

/** Where a throw-away host's own programs are, first on its search path */
export const PROGRAMS = "/run/wirework-host/bin";

/** The whole environment of programs on a throw-away host: the machine's own settings don't matter */
export const HOST_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: `${PROGRAMS}:${SYSTEM_PATH}`,
  HOME: "/root",
  LANG: "C.UTF-8",
  TERM: process.env["TERM"] ?? "dumb",
  ...whoAnswers(),
};

/** What was said of who answers programs is said inside as well */
function whoAnswers(): NodeJS.ProcessEnv {
  const said = process.env[BUILTINS_VARIABLE];
  return said === undefined ? {} : { [BUILTINS_VARIABLE]: said };
}
