/**
 * `docker start`, `stop`, `restart`.
 *
 * @module
 */
import { print } from "../../builtin.ts";
import { findContainer } from "../engine/find-container.ts";
import { restartContainer, startContainer } from "../engine/lifecycle.ts";
import { DETACHED } from "../engine/process/start.ts";
import { stopContainer } from "../engine/stop.ts";
import { atLeast } from "../options/word-count.ts";
import { RESTART_OPTIONS, STOP_OPTIONS } from "../../../programs/docker/options/container-options.ts";
import { dockerCommand } from "./docker-command.ts";
import { answering, forEachContainer } from "./for-each-container.ts";

/** Docker's default timeout, in seconds */
const STOP_TIMEOUT = 10;

/** Equivalent to: `docker start` */
export const start = dockerCommand({
  usage: "start [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Start one or more stopped containers",
  options: [],
  reads: "options anywhere",
  words: atLeast(1),
  async run(_flags, references, surroundings) {
    const { failed } = await forEachContainer(references, surroundings, (reference) =>
      startContainer(findContainer(reference), DETACHED),
    );
    if (failed.length === 0) return 0;
    print(surroundings.errors, `Error: failed to start containers: ${failed.join(", ")}`);
    return 1;
  },
});

/** Equivalent to: `docker stop` */
export const stop = dockerCommand({
  usage: "stop [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Stop one or more running containers",
  options: STOP_OPTIONS,
  reads: "options anywhere",
  words: atLeast(1),
  async run({ time }, references, surroundings) {
    const { exitCode } = await forEachContainer(references, surroundings, (reference) =>
      stopContainer(findContainer(reference), time ?? STOP_TIMEOUT),
    );
    return exitCode;
  },
});

/** Equivalent to: `docker restart` */
export const restart = dockerCommand({
  usage: "restart [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Restart one or more containers",
  options: RESTART_OPTIONS,
  reads: "options anywhere",
  words: atLeast(1),
  async run({ time }, references, surroundings) {
    const { exitCode } = await forEachContainer(references, surroundings, async (reference) => {
      const container = findContainer(reference);
      await answering(`Cannot restart container ${reference}`, () => restartContainer(container, time ?? STOP_TIMEOUT));
    });
    return exitCode;
  },
});
