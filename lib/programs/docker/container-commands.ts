/**
 * Commands of `docker` about a container.
 *
 * @module
 */
import type { Deed, Keyword, Parameter, Said } from "../grammar.ts";
import { asks, deed, flags, leading, needing, oneWay, operand, several } from "../grammar-parts.ts";
import { CONTAINER, CONTAINER_LOOKS, ONE } from "./looking-commands.ts";
import {
  ALL_RESTART_OPTIONS,
  ALL_STOP_OPTIONS,
  ATTACH_OPTIONS,
  CP_OPTIONS,
  KILL_OPTIONS,
  OUTPUT_OPTIONS,
  RM_OPTIONS,
  START_OPTIONS,
} from "./options/container-options.ts";
import { PRIVILEGED } from "./options/docker-run-options.ts";
import { EXEC_OPTIONS, OTHER_RUNNING_OPTIONS } from "./options/exec-options.ts";
import { optionWords, type ToldOption } from "./options/told-options.ts";
import { RUN } from "./docker-run.ts";

/** The operand of `docker rm`: a container, or with `--link` a link */
const REMOVED = {
  ...CONTAINER,
  tells: (text: string) =>
    /^\/?[^/]+\/[^/]+$/.test(text) ? "the link: the client, a slash, and its name for the other container" : null,
};

function verb(means: string, manual: string, does: Deed, options: readonly ToldOption[] = []): Keyword {
  return about(CONTAINER, means, manual, does, options);
}

function about(thing: Parameter, ...[means, manual, deed, options]: Required<Parameters<typeof verb>>): Keyword {
  const words = optionWords(options);
  return leading(means, flags({ words, operands: [thing], needs: needing(thing), deed }), manual);
}

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
  attach: verb(
    "shows what a running container prints",
    "docker-attach(1)",
    asks("does nothing: Docker passes on what is typed and printed"),
    ATTACH_OPTIONS,
  ),
  ...CONTAINER_LOOKS,
  cp: leading("copies files into a container, or out of one", COPIES, "docker-cp(1)"),
  export: verb(
    "prints a container's files as an archive",
    "docker-export(1)",
    asks("is not asked: Docker reads its files"),
    OUTPUT_OPTIONS,
  ),
  stop: verb(
    "stops a container, with a signal first",
    "docker-stop(1)",
    deed(
      () => "sends its first process SIGTERM, later SIGKILL; its network namespace goes with it, and the cable too",
      ({ container }) => `docker start ${container}`,
    ),
    ALL_STOP_OPTIONS,
  ),
  start: verb(
    "starts a stopped container",
    "docker-start(1)",
    deed(
      () => "starts its process again, in a new network namespace",
      ({ container }) => `docker stop ${container}`,
    ),
    START_OPTIONS,
  ),
  restart: verb(
    "stops a container, and starts it again",
    "docker-restart(1)",
    oneWay(
      () => "stops its process, whose network namespace goes with it, and starts both anew",
      "wire by hand again what was wired by hand",
    ),
    ALL_RESTART_OPTIONS,
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
