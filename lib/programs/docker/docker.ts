/**
 * `docker`.
 *
 * @module
 */
import type { Deed, Keyword, Parameter } from "../grammar.ts";
import { asks, deed, flags, leading, needing, oneWay, operand, several, word } from "../grammar-parts.ts";
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

/** One that names no container */
function overview(means: string, manual: string, options: Readonly<Record<string, Keyword>> = {}): Keyword {
  return leading(means, flags({ words: options, deed: ASKS }), manual);
}

const FORMAT = word(
  "prints only what a template picks out of it",
  operand("template", "the template", {
    "{{.State.Pid}}": "the template: the process ID of its first process, as the host sees it",
    "{{.NetworkSettings.IPAddress}}": "the template: its address",
  }),
);

const ONE = operand("container", "the container: its id, the beginning of that, or its name");
const PORTS = flags({
  operands: [ONE, operand("port", "its own port: 80, or 53/udp")],
  needs: needing(ONE),
  deed: ASKS,
});

const COMMAND = operand("command", "the program to run in it");
const RUNS_IN = flags({
  words: {
    "-i": word("keeps its input open, to be typed to"),
    "-t": word("gives it a terminal"),
    "-d": word("lets it run in the background"),
  },
  operands: [CONTAINER],
  after: flags({ operands: [COMMAND, several("text", "what that program is told")] }),
  needs: needing(CONTAINER, COMMAND),
  deed: asks("starts a process that shares the container's network, files and processes"),
});

const IMAGE = several("image", "the image: its name, its id, or the beginning of that");

const BUILDS = flags({
  words: {
    "-t": word("what the image is called", operand("image", "the name")),
    "--tag": word("what the image is called", operand("image", "the name")),
    "-f": word("where the Dockerfile is", operand("dockerfile", "the file")),
    "--file": word("where the Dockerfile is", operand("dockerfile", "the file")),
    "-q": word("prints only the image's id"),
    "--no-cache": word("makes every step anew"),
  },
  operands: [operand("folder", "the folder with the Dockerfile in it; - for one that is typed")],
  needs: needing(operand("folder", "the folder with the Dockerfile in it")),
  deed: deed(
    () => "runs what the Dockerfile says in containers, and keeps the files of each as an image",
    ({ image }) => (image === undefined ? "docker rmi ID" : `docker rmi ${image}`),
  ),
});

/** Its commands */
export const DOCKER = flags({
  lacks: "what to do: run, exec, ps, inspect, logs, start, stop, rm, build",
  words: {
    "-H": word("asks the daemon at this socket", operand("socket", "as unix:///var/run/docker.sock")),
    "--host": word("asks the daemon at this socket", operand("socket", "as unix:///var/run/docker.sock")),
    build: leading("makes an image by a Dockerfile", BUILDS, "docker-build(1)"),
    images: overview("shows the images that there are", "docker-images(1)", {
      "-a": word("those of single steps, too"),
      "-q": word("prints only their ids"),
    }),
    rmi: leading(
      "removes an image",
      flags({
        words: { "-f": word("also one that a container was made of") },
        operands: [IMAGE],
        needs: needing(IMAGE),
        deed: oneWay(() => "forgets the image's files", "build it again"),
      }),
      "docker-rmi(1)",
    ),
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
      { "-t": word("how long it may take to end", operand("seconds", "seconds")) },
    ),
    kill: verb(
      "ends a container at once",
      "docker-kill(1)",
      deed(
        () => "sends its first process SIGKILL; its network ends with it, and the cable too",
        ({ container }) => `docker start ${container}`,
      ),
    ),
    rm: about(
      REMOVED,
      "removes a container",
      "docker-rm(1)",
      {
        kernel: (said) =>
          said["--link"] === undefined
            ? "forgets the container's files"
            : "takes the rules of the link out, where --icc=false has made some",
        back: (said) => ({
          say:
            said["--link"] === undefined
              ? "run it again: docker run, with the same words"
              : "remove the client, and run it again with --link",
        }),
      },
      {
        "-f": word("also one that is up, which it ends"),
        "--link": word("only a link, by CLIENT/ALIAS: its name and its rules go, and both containers stay"),
        "-v": word("with volumes that have no name"),
      },
    ),
  },
});
