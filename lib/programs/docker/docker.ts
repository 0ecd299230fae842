/**
 * `docker`.
 *
 * @module
 */
import type { EffectiveProgram } from "../effect.ts";
import type { Deed, Grammar } from "../grammar.ts";
import { asks, deed, flags, leading, needing, oneWay, operand, several, spelled, word } from "../grammar-parts.ts";
import { CONTAINERS, ONE, OUTPUT, overview } from "./container-commands.ts";
import { dockerEffects } from "./effects.ts";

const IMAGE = several("image", "the image: its name, its id, or the beginning of that");

const BUILDS = flags({
  words: {
    ...spelled(word("the image's name", operand("image", "the name")), "-t", "--tag"),
    ...spelled(word("the Dockerfile", operand("dockerfile", "the file")), "-f", "--file"),
    ...spelled(word("prints only the image's id"), "-q", "--quiet"),
    "--no-cache": word("runs every step again"),
    "--pull": word("pulls the base image again"),
    "--rm": word("removes the containers of the build"),
    "--force-rm": word("removes them even if a step fails"),
    "--build-arg": word("a variable for the Dockerfile", operand("variable", "NAME=VALUE")),
    "--label": word("a label, to find it by", operand("label", "NAME=VALUE")),
    "--network": word("the network for its steps", operand("network", "the network")),
    "--target": word("builds only up to this stage of the Dockerfile", operand("stage", "the stage")),
  },
  unknown: "alone",
  operands: [operand("folder", "the folder with the Dockerfile; - reads one from standard input")],
  needs: needing(operand("folder", "the folder with the Dockerfile")),
  deed: deed(
    () => "runs the steps of the Dockerfile in containers, and keeps their files as an image",
    ({ image }) => (image === undefined ? "docker rmi ID" : `docker rmi ${image}`),
  ),
});

const PLATFORM = { "--platform": word("only for that kind of machine", operand("platform", "as linux/amd64")) };

const IMAGES: Grammar["words"] = {
  build: leading("builds an image from a Dockerfile", BUILDS, "docker-build(1)"),
  images: overview("lists the images", "docker-images(1)", {
    "-a": word("with those of single steps"),
    "-q": word("prints only their ids"),
  }),
  save: leading(
    "prints an image as an archive",
    flags({
      words: { ...OUTPUT, ...PLATFORM },
      operands: [IMAGE],
      needs: needing(IMAGE),
      deed: asks("is not asked: Docker reads its files"),
    }),
    "docker-save(1)",
  ),
  rmi: leading(
    "removes an image",
    flags({
      words: { "-f": word("even if a container uses it") },
      operands: [IMAGE],
      needs: needing(IMAGE),
      deed: oneWay(() => "removes the image's files", "build it again"),
    }),
    "docker-rmi(1)",
  ),
};

const NETWORK = operand("network", "the network");

/** Makes a command that connects a container to a network, or disconnects it */
function endpoint(means: string, does: Deed, words: Grammar["words"]) {
  return leading(means, flags({ words, operands: [NETWORK, ONE], needs: needing(NETWORK, ONE), deed: does }));
}

const NETWORKS: Grammar["words"] = {
  connect: endpoint(
    "connects a container to one more network",
    deed(
      () => "makes one more cable, from the container to the network's bridge",
      ({ network, container }) => `docker network disconnect ${network} ${container}`,
    ),
    {
      "--alias": word("one more name for it in this network", operand("alias", "the name")),
      "--driver-opt": word("a setting of the network's driver", operand("setting", "NAME=VALUE")),
      "--gw-priority": word("decides which network gets the default route", operand("priority", "a number")),
      "--ip": word("its address in this network", operand("address", "an IPv4 address")),
      "--ip6": word("its address in this network", operand("address6", "an IPv6 address")),
      "--link": word(
        "lets it reach another container by a name",
        operand("link", "the other container, a colon, and the name"),
      ),
      "--link-local-ip": word("one more address, link-local", operand("local", "an address")),
    },
  ),
  disconnect: endpoint(
    "disconnects a container from a network",
    deed(
      () => "removes its cable to the network's bridge",
      ({ network, container }) => `docker network connect ${network} ${container}`,
    ),
    spelled(word("even if it does not answer"), "-f", "--force"),
  ),
};

/** Options of the client itself, such as the engine to use; docker(1) */
const GLOBALS: Grammar["words"] = {
  ...spelled(
    word("talks to the daemon at this socket", operand("socket", "the socket: unix:///var/run/docker.sock")),
    "-H",
    "--host",
  ),
  ...spelled(word("talks to the daemon of this context", operand("context", "the context")), "-c", "--context"),
  "--config": word("reads the client's settings from this folder", operand("settings", "the folder")),
  ...spelled(word("prints more"), "-D", "--debug"),
  ...spelled(word("the level of messages", operand("level", "the level: debug")), "-l", "--log-level"),
  "--tls": word("uses TLS"),
  "--tlsverify": word("uses TLS, and verifies the daemon"),
  "--tlscacert": word("the certificates to trust", operand("authority", "the file")),
  "--tlscert": word("the client's certificate", operand("certificate", "the file")),
  "--tlskey": word("the client's key", operand("key", "the file")),
};

/** docker(1) */
export const DOCKER = {
  grammar: flags({
    lacks: "what to do: run, exec, ps, inspect, logs, start, stop, rm, build",
    words: {
      ...GLOBALS,
      ...CONTAINERS,
      ...IMAGES,
      version: overview("prints Docker's version", "docker-version(1)"),
      info: overview("prints Docker's setup", "docker-info(1)"),
      container: leading("commands about containers", flags({ words: CONTAINERS })),
      image: leading(
        "commands about images",
        flags({ words: { ...IMAGES, ...pick("rm", "rmi"), ...pick("remove", "rmi"), ...pick("ls", "images") } }),
      ),
      network: leading("commands about networks", flags({ words: NETWORKS })),
    },
  }),
  effects: dockerEffects,
  unknown: "looked at",
} satisfies EffectiveProgram;

/** Gives a command about images another name */
function pick(name: string, command: string): Grammar["words"] {
  const keyword = IMAGES[command];
  return keyword === undefined ? {} : { [name]: keyword };
}
