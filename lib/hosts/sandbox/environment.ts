import { SYSTEM_PATH } from "../programs.ts";

/** Where the sandbox's own programs are, first on its search path */
export const PROGRAMS = "/run/wirework/bin";

/** The whole environment of programs in a sandbox: the machine's own settings don't matter */
export const SANDBOX_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: `${PROGRAMS}:${SYSTEM_PATH}`,
  HOME: "/root",
  LANG: "C.UTF-8",
  TERM: process.env["TERM"] ?? "dumb",
};
