/**
 * `service`, for the one service that the sandbox has.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { type Builtin, print } from "../builtin.ts";
import { forgetDaemon, readDaemon, startDaemon } from "../docker/engine/daemon.ts";
import { killContainer } from "../docker/engine/stop.ts";
import { lockRecords, readContainers } from "../docker/engine/store.ts";
import { DockerFailure } from "../docker/failure.ts";
import { FlagError } from "../docker/flag-value.ts";
import { BadValue } from "../../values/bad-value.ts";
import { dockerOptions } from "./defaults-file.ts";
import { DefaultsFileError } from "./defaults-file-error.ts";

/** Where Docker's options are kept on Debian and Ubuntu */
const DEFAULTS = "/etc/default/docker";

/** An init script's exit status for a service that does not run, Linux Standard Base 22.2 */
const NOT_RUNNING = 3;

const ACTIONS: Readonly<Record<string, () => Promise<string>>> = {
  start: async () => {
    if (readDaemon() === null) start();
    return " * Starting Docker: docker\n   ...done.";
  },
  stop: async () => {
    await stop();
    return " * Stopping Docker: docker\n   ...done.";
  },
  restart: async () => {
    await stop();
    start();
    return " * Restarting Docker: docker\n   ...done.";
  },
};

/**
 * `service docker start|stop|restart|status`.
 *
 * Starting reads `DOCKER_OPTS` from `/etc/default/docker`; a change of that file has no effect before.
 *
 * Equivalent to: `service docker $action`
 */
export const service: Builtin = async ([name = "", action = ""], { output, errors }) => {
  if (name !== "docker") {
    print(errors, name === "" ? "Usage: service docker {start|stop|restart|status}" : `${name}: unrecognized service`);
    return 1;
  }
  if (action === "status") return status((line) => print(output, line));
  const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (act === undefined) {
    print(errors, "Usage: service docker {start|stop|restart|status}");
    return 1;
  }
  try {
    print(output, await act());
    return 0;
  } catch (error) {
    if (!isExpected(error)) throw error;
    print(errors, `Job for docker failed: ${error.message}`);
    return 1;
  }
};

function status(say: (line: string) => void): number {
  const running = readDaemon() !== null;
  say(running ? " * Docker is running" : " * Docker is not running");
  return running ? 0 : NOT_RUNNING;
}

/** Starts the engine with the options that the file has now */
export function start(): void {
  startDaemon(dockerOptions(readFileSync(DEFAULTS, "utf8")));
}

/** Ends every container, then the engine; none can be started meanwhile */
async function stop(): Promise<void> {
  using _lock = await lockRecords();
  await Promise.all(readContainers().map(killContainer));
  forgetDaemon();
}

/** What people can put into the file, or have done to the bridge */
function isExpected(error: unknown): error is Error {
  return [DockerFailure, FlagError, BadValue, DefaultsFileError].some((kind) => error instanceof kind);
}
