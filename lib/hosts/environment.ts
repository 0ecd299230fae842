import { BUILTINS_VARIABLE } from "../values/environment-switch.ts";
import { SYSTEM_PATH } from "./programs.ts";

/** The folder of a throw-away host's own programs, first on its search path */
export const PROGRAMS = "/run/wirework-host/bin";

/** The whole environment of programs on a throw-away host; none of the machine's own settings apply */
export const HOST_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: `${PROGRAMS}:${SYSTEM_PATH}`,
  HOME: "/root",
  LANG: "C.UTF-8",
  TERM: process.env["TERM"] ?? "dumb",
  ...whoAnswers(),
};

/** Passes on the setting that selects builtins or real programs */
function whoAnswers(): NodeJS.ProcessEnv {
  const said = process.env[BUILTINS_VARIABLE];
  return said === undefined ? {} : { [BUILTINS_VARIABLE]: said };
}
