/**
 * Commands of `docker` about a container.
 *
 * @module
 */
import type { Deed, Keyword, Parameter, Said } from "../grammar.ts";
import { asks, deed, flags, leading, needing, oneWay, operand, several, spelled, word } from "../grammar-parts.ts";
import { truth } from "./options/refusal.ts";
import { OTHER_RUN_OPTIONS } from "./options/other-run-options.ts";
import { RUN_OPTIONS } from "./options/run-options.ts";
import { optionWords } from "./options/told-options.ts";
import { RUN } from "./run.ts";

const CONTAINER = several("container", "the container: its id, the beginning of that, or its name");

/** What `docker rm` removes: with `--link` it is no container */
const REMOVED = {
  ...CONTAINER,
  tells: (text: string) =>
    /^\/?[^/]+\/[^/]+$/.test(text) ? "the link: the client, a slash, and the name for the other one" : null,
};

/** Docker answers by itself */
const ASKS = asks("is not asked: Docker answers from what it has written down");

function verb(means: string, manual: string, does: Deed, options: Readonly<Record<string, Keyword>> = {}): Keyword {
  return about(CONTAINER, means, manual, does, options);
}

function about(thing: Parameter, ...[means, manual, deed, words]: Required<Parameters<typeof verb>>): Keyword {
  return leading(means, flags({ words, operands: [thing], needs: needing(thing), deed }), manual);
}

/** Makes one that names no container */
export function overview(means: string, manual: string, options: Readonly<Record<string, Keyword>> = {}): Keyword {
  return leading(means, flags({ words: options, deed: ASKS }), manual);
}

const FORMAT = word(
  "prints only what a template picks out of it",
  operand("template", "the template", {
    "{{.State.Pid}}": "the template: the process ID of its first process, as the host sees it",
    "{{.NetworkSettings.IPAddress}}": "the template: its address",
  }),
);

export const ONE = operand("container", "the container: its id, the beginning of that, or its name");
const PORTS = flags({
  operands: [ONE, operand("port", "its own port: 80, or 53/udp")],
  needs: needing(ONE),
  deed: ASKS,
});

const COMMAND = operand("command", "the program to run in it");
/** Options of `docker run` that `docker exec` has, too; there it prints no id */
const OF_EXEC = "detach detach-keys env env-file interactive privileged tty user workdir".split(" ");
const DETACHED = "lets it run in the background";
const RUNS_IN = flags({
  words: optionWords(
    [...RUN_OPTIONS, ...OTHER_RUN_OPTIONS]
      .filter(({ long }) => OF_EXEC.includes(long))
      .map((option) => (option.long === "detach" ? { ...option, means: DETACHED } : option)),
  ),
  operands: [CONTAINER],
  after: { words: {}, operands: [COMMAND, several("text", "what that program is told")] },
  needs: needing(CONTAINER, COMMAND),
  deed: asks("starts a process that shares the container's network, files and processes"),
});

const SOURCE = operand("source", "what to copy: a path, or CONTAINER:PATH");
const TARGET = operand("target", "where to: a path, or CONTAINER:PATH");
const COPIES = flags({
  words: {
    ...spelled(word("with owners and permissions"), "-a", "--archive"),
    ...spelled(word("what a link leads to, in place of the link"), "-L", "--follow-link"),
    ...spelled(word("does not show how far it is"), "-q", "--quiet"),
  },
  operands: [SOURCE, TARGET],
  needs: needing(SOURCE, TARGET),
  deed: asks("hands over what is in the files"),
});

/** Writes to a file of the host what would be printed */
export const OUTPUT = spelled(word("writes into a file of the host", operand("output", "the file")), "-o", "--output");

const RENAMED = operand("renamed", "its new name");

const SIGNAL = spelled(word("another signal than that", operand("signal", "as HUP")), "-s", "--signal");
const STOPPING = {
  ...spelled(word("how long it may take to end", operand("seconds", "seconds")), "-t", "--time", "--timeout"),
  ...SIGNAL,
};

const LINKED = truth("link", { long: "link", short: "l" });

/** Reports whether `docker rm` is about links: `--link`, but not `--link=false` */
function isOfLink(said: Said): boolean {
  return said["--link"] !== undefined && !/^[0f]/i.test(said["link"] ?? "");
}

/** Also with `container` before them */
export const CONTAINERS: Readonly<Record<string, Keyword>> = {
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
  port: leading("shows which ports of the host are a container's", PORTS, "docker-port(1)"),
  cp: leading("copies files into a container, or out of one", COPIES, "docker-cp(1)"),
  export: verb("prints a container's files as an archive", "docker-export(1)", ASKS, OUTPUT),
  stop: verb(
    "ends a container, by asking it to",
    "docker-stop(1)",
    deed(
      () => "sends its first process SIGTERM, later SIGKILL; its network ends with it, and the cable too",
      ({ container }) => `docker start ${container}`,
    ),
    STOPPING,
  ),
  start: verb(
    "starts a container that has ended",
    "docker-start(1)",
    deed(
      () => "starts its process anew, in a new network",
      ({ container }) => `docker stop ${container}`,
    ),
    {
      ...spelled(word("shows what it prints, and waits for its end"), "-a", "--attach"),
      ...spelled(word("passes on what is typed"), "-i", "--interactive"),
      "--detach-keys": word("what to type to leave it", operand("keys", "the keys")),
    },
  ),
  restart: verb(
    "ends a container, and starts it again",
    "docker-restart(1)",
    oneWay(() => "ends its process and its network, and starts both anew", "what was wired by hand is wired anew"),
    STOPPING,
  ),
  kill: verb(
    "ends a container at once",
    "docker-kill(1)",
    deed(
      () => "sends its first process SIGKILL; its network ends with it, and the cable too",
      ({ container }) => `docker start ${container}`,
    ),
    SIGNAL,
  ),
  pause: verb(
    "stops a container's processes where they are",
    "docker-pause(1)",
    deed(
      () => "runs none of its processes; its network stays",
      ({ container }) => `docker unpause ${container}`,
    ),
  ),
  unpause: verb(
    "lets a container's processes go on",
    "docker-unpause(1)",
    deed(
      () => "runs its processes again",
      ({ container }) => `docker pause ${container}`,
    ),
  ),
  rename: leading(
    "gives a container another name",
    flags({
      operands: [ONE, RENAMED],
      needs: needing(ONE, RENAMED),
      deed: deed(
        () => "is not asked: Docker writes the name down",
        ({ container, renamed }) => `docker rename ${renamed} ${container}`,
      ),
    }),
    "docker-rename(1)",
  ),
  create: leading(
    "makes a container, and does not start it",
    {
      ...RUN,
      deed: deed(
        () => "has its files from now on; nothing runs",
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
          ? "forgets the container's files"
          : "takes the rules of the link out, where --icc=false has made some",
      back: (said) => ({
        say: !isOfLink(said)
          ? "run it again: docker run, with the same words"
          : "remove the client, and run it again with --link",
      }),
    },
    {
      ...spelled(word("also one that is up, which it ends"), "-f", "--force"),
      ...spelled(
        word("only a link, by CLIENT/ALIAS: its name and its rules go, and both containers stay", LINKED),
        "--link",
        "-l",
      ),
      ...spelled(word("with volumes that have no name"), "-v", "--volumes"),
    },
  ),
};
