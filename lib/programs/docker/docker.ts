/**
 * `docker`.
 *
 * @module
 */
import type { EffectiveProgram } from "../effect.ts";
import type { Deed, Grammar } from "../grammar.ts";
import { asks, deed, flags, leading, needing, oneWay, operand, several, spelled, word } from "../grammar-parts.ts";
import { CONTAINERS, ONE, OUTPUT, overview } from "./containers.ts";
import { dockerEffects } from "./effects.ts";

const IMAGE = several("image", "the image: its name, its id, or the beginning of that");

const BUILDS = flags({
  words: {
    ...spelled(word("what the image is called", operand("image", "the name")), "-t", "--tag"),
    ...spelled(word("where the Dockerfile is", operand("dockerfile", "the file")), "-f", "--file"),
    ...spelled(word("prints only the image's id"), "-q", "--quiet"),
    "--no-cache": word("makes every step anew"),
    "--pull": word("fetches the image that it begins with anew"),
    "--rm": word("removes the containers that it has run"),
    "--force-rm": word("removes them also where a step fails"),
    "--build-arg": word("a variable for the Dockerfile", operand("variable", "NAME=VALUE")),
    "--label": word("a label, to find it by", operand("label", "NAME=VALUE")),
    "--network": word("which network its steps get", operand("network", "the network")),
    "--target": word("ends with that stage of the Dockerfile", operand("stage", "the stage")),
  },
  unknown: "alone",
  operands: [operand("folder", "the folder with the Dockerfile in it; - for one that is typed")],
  needs: needing(operand("folder", "the folder with the Dockerfile in it")),
  deed: deed(
    () => "runs what the Dockerfile says in containers, and keeps the files of each as an image",
    ({ image }) => (image === undefined ? "docker rmi ID" : `docker rmi ${image}`),
  ),
});

const PLATFORM = { "--platform": word("only for that kind of machine", operand("platform", "as linux/amd64")) };

const IMAGES: Grammar["words"] = {
  build: leading("makes an image by a Dockerfile", BUILDS, "docker-build(1)"),
  images: overview("shows the images that there are", "docker-images(1)", {
    "-a": word("those of single steps, too"),
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
      words: { "-f": word("also one that a container was made of") },
      operands: [IMAGE],
      needs: needing(IMAGE),
      deed: oneWay(() => "forgets the image's files", "build it again"),
    }),
    "docker-rmi(1)",
  ),
};

const NETWORK = operand("network", "the network");

/** Makes a command about a container's place in a network */
function endpoint(means: string, does: Deed, words: Grammar["words"]) {
  return leading(means, flags({ words, operands: [NETWORK, ONE], needs: needing(NETWORK, ONE), deed: does }));
}

const NETWORKS: Grammar["words"] = {
  connect: endpoint(
    "puts a container on one more network",
    deed(
      () => "makes a cable more, from the container to the network's bridge",
      ({ network, container }) => `docker network disconnect ${network} ${container}`,
    ),
    {
      "--alias": word("one more name for it there", operand("alias", "the name")),
      "--driver-opt": word("a setting of the network's driver", operand("setting", "NAME=VALUE")),
      "--gw-priority": word("which network the default route leads to", operand("priority", "a number")),
      "--ip": word("its address there", operand("address", "an address of IPv4")),
      "--ip6": word("its address there", operand("address6", "an address of IPv6")),
      "--link": word(
        "lets it reach another one by a name",
        operand("link", "the other container, a colon, and the name"),
      ),
      "--link-local-ip": word("one more address", operand("local", "an address")),
    },
  ),
  disconnect: endpoint(
    "takes a container off a network",
    deed(
      () => "removes its cable to the network's bridge",
      ({ network, container }) => `docker network connect ${network} ${container}`,
    ),
    spelled(word("also where it does not answer"), "-f", "--force"),
  ),
};

/** Which engine is meant, and what the client tells of it; docker(1) */
const GLOBALS: Grammar["words"] = {
  ...spelled(
    word("asks the daemon at this socket", operand("socket", "as unix:///var/run/docker.sock")),
    "-H",
    "--host",
  ),
  ...spelled(word("asks the daemon of this context", operand("context", "the context")), "-c", "--context"),
  "--config": word("has its own settings in this folder", operand("settings", "the folder")),
  ...spelled(word("prints more"), "-D", "--debug"),
  ...spelled(word("prints so much", operand("level", "as debug")), "-l", "--log-level"),
  "--tls": word("speaks TLS"),
  "--tlsverify": word("speaks TLS, and looks whom to"),
  "--tlscacert": word("whom it believes", operand("authority", "the file")),
  "--tlscert": word("its own certificate", operand("certificate", "the file")),
  "--tlskey": word("its own key", operand("key", "the file")),
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
      info: overview("prints how Docker is set up", "docker-info(1)"),
      container: leading("is about containers", flags({ words: CONTAINERS })),
      image: leading(
        "is about images",
        flags({ words: { ...IMAGES, ...pick("rm", "rmi"), ...pick("remove", "rmi"), ...pick("ls", "images") } }),
      ),
      network: leading("is about networks", flags({ words: NETWORKS })),
    },
  }),
  effects: dockerEffects,
  unknown: "looked at",
} satisfies EffectiveProgram;

/** Makes another name for a command about images */
function pick(name: string, command: string): Grammar["words"] {
  const keyword = IMAGES[command];
  return keyword === undefined ? {} : { [name]: keyword };
}
