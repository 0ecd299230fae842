/**
 * `docker kill`, `wait`, `rm`: the end of containers.
 *
 * @module
 */
import { print } from "../../builtin.ts";
import { findContainer } from "../engine/find-container.ts";
import { removeContainer } from "../engine/lifecycle.ts";
import { unlink } from "../engine/network/unlink.ts";
import { awaitExit, killContainer, signalContainer } from "../engine/stop.ts";
import { DockerFailure, NoSuchContainer } from "../../../programs/docker/failure.ts";
import { atLeast } from "../options/word-count.ts";
import { KILL_OPTIONS, RM_OPTIONS } from "../../../programs/docker/options/container-options.ts";
import { dockerCommand } from "./docker-command.ts";
import { answering, forEachContainer } from "./for-each-container.ts";
import { readSignal, signalOf } from "./signal.ts";

/** Equivalent to: `docker kill` */
export const kill = dockerCommand({
  usage: "kill [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Kill one or more running containers",
  options: KILL_OPTIONS,
  reads: "options anywhere",
  words: atLeast(1),
  async run({ signal }, references, surroundings) {
    const { exitCode } = await forEachContainer(references, surroundings, async (reference) => {
      const number = readSignal(signal ?? "KILL");
      await answering(`Cannot kill container: ${reference}`, () => killOne(reference, number));
    });
    return exitCode;
  },
});

async function killOne(reference: string, number: number): Promise<void> {
  const container = findContainer(reference);
  const signal = signalOf(number);
  signalContainer(container, signal);
  if (signal === "SIGKILL") await awaitExit(container);
}

/** Equivalent to: `docker rm` */
export const rm = dockerCommand({
  usage: "rm [OPTIONS] CONTAINER [CONTAINER...]",
  summary: "Remove one or more containers",
  options: RM_OPTIONS,
  reads: "options anywhere",
  words: atLeast(1),
  async run({ force, link, volumes }, references, surroundings) {
    if (link) return (await forEachContainer(references, surroundings, removeLink)).exitCode;
    const missingIs = force ? "fine" : "a failure";
    const end = force ? killContainer : async () => {};
    const { exitCode } = await forEachContainer(references, surroundings, async (reference) => {
      const container = findToRemove(reference, missingIs);
      await end(container);
      await removeContainer(container, volumes ? "with its volumes" : "without its volumes");
    });
    return exitCode;
  },
});

/** Removes the link `CLIENT/ALIAS`; the client ignores slashes around it */
async function removeLink(reference: string): Promise<void> {
  const name = reference.replace(/^\/+|\/+$/g, "");
  if (name === "") throw new DockerFailure("Container name cannot be empty");
  try {
    await unlink(name);
  } catch (error) {
    throw error instanceof NoSuchContainer ? new DockerFailure(`Error: ${error.reason}`) : error;
  }
}

/**
 * Finds a container to remove. With `--force` a missing one is reported without failure: docker/cli 20.10,
 * `cli/command/container/rm.go`
 */
function findToRemove(reference: string, missingIs: "fine" | "a failure") {
  if (reference === "") throw new DockerFailure("Container name cannot be empty");
  try {
    return findContainer(reference);
  } catch (error) {
    if (!(error instanceof NoSuchContainer)) throw error;
    throw new DockerFailure(`Error: ${error.reason}`, missingIs === "fine" ? 0 : 1);
  }
}

/** Equivalent to: `docker wait` */
export const wait = dockerCommand({
  usage: "wait CONTAINER [CONTAINER...]",
  summary: "Block until one or more containers stop, then print their exit codes",
  options: [],
  reads: "options anywhere",
  words: atLeast(1),
  async run(_flags, references, surroundings) {
    const silent = { ...surroundings, output: () => {} };
    const { exitCode } = await forEachContainer(references, silent, async (reference) => {
      print(surroundings.output, `${await awaitExit(findContainer(reference))}`);
    });
    return exitCode;
  },
});
