/**
 * Commands of `docker` about a container.
 *
 * @module
 */
import type { Deed, Keyword, Parameter, Said } from "../grammar.ts";
import { asks, deed, flags, leading, needing, oneWay, operand, several } from "../grammar-parts.ts";
import {
  CP_OPTIONS,
  INSPECT_OPTIONS,
  KILL_OPTIONS,
  LOGS_OPTIONS,
  OTHER_INSPECT_OPTIONS,
  OTHER_LOGS_OPTIONS,
  OTHER_PS_OPTIONS,
  OTHER_START_OPTIONS,
  OTHER_STOP_OPTIONS,
  OUTPUT_OPTIONS,
  PS_OPTIONS,
  RESTART_OPTIONS,
  RM_OPTIONS,
  STOP_OPTIONS,
} from "./options/container-options.ts";
import { PRIVILEGED } from "./options/docker-run-options.ts";
import { EXEC_OPTIONS, OTHER_RUNNING_OPTIONS } from "./options/exec-options.ts";
import { optionWords, type ToldOption } from "./options/told-options.ts";
import { RUN } from "./docker-run.ts";

const CONTAINER = several("container", "the container: its id, the beginning of that, or its name");

/** The operand of `docker rm`: a container, or with `--link` a link */
const REMOVED = {
  ...CONTAINER,
  tells: (text: string) =>
    /^\/?[^/]+\/[^/]+$/.test(text) ? "the link: the client, a slash, and its name for the other container" : null,
};

/** The deed of commands that Docker answers from its own records */
const ASKS = asks("does nothing: Docker answers from its own records");

function verb(means: string, manual: string, does: Deed, options: readonly ToldOption[] = []): Keyword {
  return about(CONTAINER, means, manual, does, options);
}

function about(thing: Parameter, ...[means, manual, deed, options]: Required<Parameters<typeof verb>>): Keyword {
  const words = optionWords(options);
  return leading(means, flags({ words, operands: [thing], needs: needing(thing), deed }), manual);
}

/** Makes a command that names no container */
export function overview(means: string, manual: string, options: readonly ToldOption[]): Keyword {
  return leading(means, flags({ words: optionWords(options), deed: ASKS }), manual);
}

export const ONE = operand("container", "the container: its id, the beginning of that, or its name");
const PORTS = flags({
  operands: [ONE, operand("port", "the container's port: 80, or 53/udp")],
  needs: needing(ONE),
  deed: ASKS,
});

const COMMAND = operand("command", "the program to run in it");
const RUNS_IN = flags({
  words: optionWords([...EXEC_OPTIONS, ...PRIVILEGED, ...OTHER_RUNNING_OPTIONS]),
  operands: [CONTAINER],
  after: { words: {}, operands: [COMMAND, several("text", "an argument of that program")] },
  needs: needing(CONTAINER, COMMAND),
  deed: asks("starts a process in the container's namespaces: its network, files and processes"),
});

const SOURCE = operand("source", "what to copy: a path, or CONTAINER:PATH");
const TARGET = operand("target", "where to: a path, or CONTAINER:PATH");
const COPIES = flags({
  words: optionWords(CP_OPTIONS),
  operands: [SOURCE, TARGET],
  needs: needing(SOURCE, TARGET),
  deed: asks("hands over what is in the files"),
});

const RENAMED = operand("renamed", "its new name");

/** Reports whether `docker rm` is about links: `--link`, but not `--link=false` */
function isOfLink(said: Said): boolean {
  return said["--link"] !== undefined && !/^[0f]/i.test(said["link"] ?? "");
}

/** Commands about a container; they may also follow the word `container` */
export const CONTAINERS: Readonly<Record<string, Keyword>> = {
  run: leading("starts a container", RUN, "docker-run(1)"),
  exec: leading("runs a program in a running container", RUNS_IN, "docker-exec(1)"),
  inspect: verb("prints all details of a container", "docker-inspect(1)", ASKS, [
    ...INSPECT_OPTIONS,
    ...OTHER_INSPECT_OPTIONS,
  ]),
  ps: overview("lists running containers", "docker-ps(1)", [...PS_OPTIONS, ...OTHER_PS_OPTIONS]),
  logs: verb("prints a container's output", "docker-logs(1)", ASKS, [...LOGS_OPTIONS, ...OTHER_LOGS_OPTIONS]),
  port: leading("lists a container's published ports", PORTS, "docker-port(1)"),
  cp: leading("copies files into a container, or out of one", COPIES, "docker-cp(1)"),
  export: verb("prints a container's files as an archive", "docker-export(1)", ASKS, OUTPUT_OPTIONS),
  stop: verb(
    "stops a container, with a signal first",
    "docker-stop(1)",
    deed(
      () => "sends its first process SIGTERM, later SIGKILL; its network namespace goes with it, and the cable too",
      ({ container }) => `docker start ${container}`,
    ),
    [...STOP_OPTIONS, ...OTHER_STOP_OPTIONS],
  ),
  start: verb(
    "starts a stopped container",
    "docker-start(1)",
    deed(
      () => "starts its process again, in a new network namespace",
      ({ container }) => `docker stop ${container}`,
    ),
    OTHER_START_OPTIONS,
  ),
  restart: verb(
    "stops a container, and starts it again",
    "docker-restart(1)",
    oneWay(
      () => "stops its process, whose network namespace goes with it, and starts both anew",
      "wire by hand again what was wired by hand",
    ),
    [...RESTART_OPTIONS, ...OTHER_STOP_OPTIONS],
  ),
  kill: verb(
    "stops a container at once",
    "docker-kill(1)",
    deed(
      () => "sends its first process SIGKILL; its network namespace goes with it, and the cable too",
      ({ container }) => `docker start ${container}`,
    ),
    KILL_OPTIONS,
  ),
  pause: verb(
    "freezes a container's processes",
    "docker-pause(1)",
    deed(
      () => "freezes all its processes; its network stays",
      ({ container }) => `docker unpause ${container}`,
    ),
  ),
  unpause: verb(
    "resumes a container's processes",
    "docker-unpause(1)",
    deed(
      () => "resumes its processes",
      ({ container }) => `docker pause ${container}`,
    ),
  ),
  rename: leading(
    "renames a container",
    flags({
      operands: [ONE, RENAMED],
      needs: needing(ONE, RENAMED),
      deed: deed(
        () => "does nothing: Docker records the name",
        ({ container, renamed }) => `docker rename ${renamed} ${container}`,
      ),
    }),
    "docker-rename(1)",
  ),
  create: leading(
    "makes a container without starting it",
    {
      ...RUN,
      deed: deed(
        () => "holds its files; nothing runs yet",
        ({ name }) => `docker rm ${name ?? "ID"}`,
      ),
    },
    "docker-create(1)",
  ),
  rm: about(
    REMOVED,
    "removes a container",
    "docker-rm(1)",
    {
      kernel: (said) =>
        !isOfLink(said)
          ? "removes the container's files"
          : "removes the rules of the link, if Docker runs with --icc=false",
      back: (said) => ({
        say: !isOfLink(said)
          ? "run it again: docker run, with the same words"
          : "remove the client, and run it again with --link",
      }),
    },
    RM_OPTIONS,
  ),
};
