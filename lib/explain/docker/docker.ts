/**
 * `docker`.
 *
 * @module
 */
import {
  asks,
  type Deed,
  deed,
  grammar,
  leading,
  needing,
  oneWay,
  operand,
  several,
  type Word,
  word,
} from "../grammar.ts";
import { RUN } from "./run.ts";

const CONTAINER = several("container", "the container: its id, the beginning of that, or its name");

/** Docker answers by itself */
const ASKS = asks("is not asked: Docker answers from what it has written down");

function verb(means: string, manual: string, does: Deed, options: Readonly<Record<string, Word>> = {}): Word {
  const needs = needing(CONTAINER);
  return leading(means, grammar({ words: options, operands: [CONTAINER], needs, deed: does }), manual);
}

/** One that names no container */
function overview(means: string, manual: string, options: Readonly<Record<string, Word>> = {}): Word {
  return leading(means, grammar({ words: options, deed: ASKS }), manual);
}

const FORMAT = word(
  "prints only what a template picks out of it",
  operand("template", "the template", {
    "{{.State.Pid}}": "the template: the process ID of its first process, as the host sees it",
    "{{.NetworkSettings.IPAddress}}": "the template: its address",
  }),
);

const COMMAND = operand("command", "the program to run in it");
const RUNS_IN = grammar({
  words: {
    "-i": word("keeps its input open, to be typed to"),
    "-t": word("gives it a terminal"),
    "-d": word("lets it run in the background"),
  },
  operands: [CONTAINER],
  after: grammar({ operands: [COMMAND, several("text", "what that program is told")] }),
  needs: needing(CONTAINER, COMMAND),
  deed: asks("starts a process that shares the container's network, files and processes"),
});

/** Its commands */
export const DOCKER = grammar({
  lacks: "what to do: run, exec, ps, inspect, logs, start, stop, rm",
  words: {
    run: leading("starts a container", RUN, "docker-run(1)"),
    exec: leading("runs a program in a container that is up", RUNS_IN, "docker-exec(1)"),
    inspect: verb("prints all that is known of a container", "docker-inspect(1)", ASKS, {
      "-f": FORMAT,
      "--format": FORMAT,
    }),
    ps: overview("shows the containers that are up", "docker-ps(1)", {
      "-a": word("those that have ended, too"),
      "-q": word("prints only their ids"),
      "--no-trunc": word("prints whole ids"),
    }),
    logs: verb("prints what a container has printed", "docker-logs(1)", ASKS, {
      "-f": word("and goes on as it prints more"),
    }),
    port: verb("shows which ports of the host are a container's", "docker-port(1)", ASKS),
    version: overview("prints Docker's version", "docker-version(1)"),
    info: overview("prints how Docker is set up", "docker-info(1)"),
    stop: verb(
      "ends a container, by asking it to",
      "docker-stop(1)",
      deed(
        () => "sends its first process SIGTERM, later SIGKILL; its network ends with it, and the cable too",
        ({ container }) => `docker start ${container}`,
      ),
      { "-t": word("how long it may take", operand("seconds", "seconds")) },
    ),
    start: verb(
      "starts a container that has ended",
      "docker-start(1)",
      deed(
        () => "starts its process anew, in a new network",
        ({ container }) => `docker stop ${container}`,
      ),
    ),
    restart: verb(
      "ends a container, and starts it again",
      "docker-restart(1)",
      oneWay(() => "ends its process and its network, and starts both anew", "what was wired by hand is wired anew"),
    ),
    kill: verb(
      "ends a container at once",
      "docker-kill(1)",
      deed(
        () => "sends its first process SIGKILL; its network ends with it, and the cable too",
        ({ container }) => `docker start ${container}`,
      ),
    ),
    rm: verb(
      "removes a container",
      "docker-rm(1)",
      oneWay(() => "forgets the container's files", "run it again: docker run, with the same words"),
      { "-f": word("also one that is up, which it ends") },
    ),
  },
});
