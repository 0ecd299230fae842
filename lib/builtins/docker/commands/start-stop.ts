/**
 * `docker start`, `stop`, `restart`, `kill`, `rm`, `wait`: commands that take containers one by one.
 *
 * @module
 */
import { print, type Surroundings } from "../../builtin.ts";
import type { Container } from "../engine/container.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { findContainer } from "../engine/find.ts";
import { removeContainer, startContainer } from "../engine/lifecycle.ts";
import { DETACHED } from "../engine/start.ts";
import { awaitExit, killContainer, signalContainer, stopContainer } from "../engine/stop.ts";
import { DockerFailure } from "../failure.ts";
import { parseMixedFlags } from "../flags.ts";
import type { DockerCommand } from "./command.ts";
import { readSignal } from "./signal.ts";

/** Docker's patience, in seconds */
const STOP_TIMEOUT = 10;

const TIME = [{ long: "time", short: "t", kind: "integer" }] as const;

/** Equivalent to: `docker start` */
export const start: DockerCommand = {
  usage: "start [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Start one or more stopped containers",
  run: (args, surroundings) => {
    const { rest } = parseMixedFlags(args, []);
    return forEach("start", rest, surroundings, (container) => startContainer(container, DETACHED));
  },
};

/** Equivalent to: `docker stop` */
export const stop: DockerCommand = {
  usage: "stop [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Stop one or more running containers",
  run: (args, surroundings) => {
    const { flags, rest } = parseMixedFlags(args, TIME);
    return forEach("stop", rest, surroundings, (container) => stopContainer(container, flags.time ?? STOP_TIMEOUT));
  },
};

/** Equivalent to: `docker restart` */
export const restart: DockerCommand = {
  usage: "restart [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Restart one or more containers",
  run: (args, surroundings) => {
    const { flags, rest } = parseMixedFlags(args, TIME);
    return forEach("restart", rest, surroundings, async (container) => {
      await stopContainer(container, flags.time ?? STOP_TIMEOUT);
      await startContainer(container, DETACHED);
    });
  },
};

/** Equivalent to: `docker kill` */
export const kill: DockerCommand = {
  usage: "kill [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Kill one or more running containers",
  run: (args, surroundings) => {
    const { flags, rest } = parseMixedFlags(args, [{ long: "signal", short: "s", kind: "string" }]);
    const signal = readSignal(flags.signal ?? "KILL");
    return forEach("kill", rest, surroundings, async (container) => {
      signalContainer(container, signal);
      if (signal === "SIGKILL") await awaitExit(container);
    });
  },
};

/** Equivalent to: `docker rm` */
export const rm: DockerCommand = {
  usage: "rm [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Remove one or more containers",
  run: (args, surroundings) => {
    const { flags, rest } = parseMixedFlags(args, [{ long: "force", short: "f", kind: "switch" }]);
    return forEach("rm", rest, surroundings, async (container) => {
      if (flags.force) await killContainer(container);
      await removeContainer(container);
    });
  },
};

/** Equivalent to: `docker wait` */
export const wait: DockerCommand = {
  usage: "wait CONTAINER [CONTAINER...]",
  summary: "Block until one or more containers stop, then print their exit codes",
  run: (args, surroundings) => {
    const { rest } = parseMixedFlags(args, []);
    return forEach("wait", rest, { ...surroundings, output: () => {} }, async (container) => {
      print(surroundings.output, `${await awaitExit(container)}`);
    });
  },
};

/** Does it to each, says which it was done to, and goes on after a failure; the exit status is 1 when there was one */
async function forEach(
  name: string,
  references: readonly string[],
  { output, errors }: Surroundings,
  act: (container: Container) => Promise<void>,
): Promise<number> {
  if (references.length === 0) {
    throw new DockerFailure(`"docker ${name}" requires at least 1 argument.\nSee 'docker ${name} --help'.`);
  }
  requireDaemon();
  let exitCode = 0;
  for (const reference of references) {
    try {
      await act(findContainer(reference));
      print(output, reference);
    } catch (error) {
      if (!(error instanceof DockerFailure)) throw error;
      print(errors, error.message);
      exitCode = 1;
    }
  }
  return exitCode;
}
