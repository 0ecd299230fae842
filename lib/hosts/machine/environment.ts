import { statSync } from "node:fs";

import { BUILTINS_VARIABLE } from "../../values/environment-switch.ts";
import { SYSTEM_PATH } from "../programs.ts";

/** Variables that select the engine and the credentials of Docker's client: docker(1), "Environment variables" */
const OF_DOCKER = [
  "DOCKER_API_VERSION",
  "DOCKER_CERT_PATH",
  "DOCKER_CONFIG",
  "DOCKER_CONTEXT",
  "DOCKER_HOST",
  "DOCKER_TLS_VERIFY",
] as const;

/** The environment variable that marks processes of a run */
export const RUN = "WIREWORK_RUN";

/**
 * Returns the mark of a run: the device and inode of its lab's folder, `26:1841`. Its path would not do: another container has a
 * lab of that name, too, and `/proc` shows its processes.
 */
export function runMark(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  return `${dev}:${ino}`;
}

/** The whole environment of programs on this machine: the system's own programs, and the user's own Docker */
export function machineEnvironment(): NodeJS.ProcessEnv {
  const { HOME = "/root", TERM = "dumb" } = process.env;
  const kept = [...OF_DOCKER, RUN, BUILTINS_VARIABLE].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { PATH: SYSTEM_PATH, HOME, LANG: "C.UTF-8", TERM, ...Object.fromEntries(kept) };
}
