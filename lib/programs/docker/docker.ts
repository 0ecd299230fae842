/**
 * `docker`.
 *
 * @module
 */
import type { EffectiveProgram } from "../effect.ts";
import type { Deed, Grammar, Keyword } from "../grammar.ts";
import { asks, deed, doing, flags, leading, needing, oneWay, operand, spelled } from "../grammar-parts.ts";
import { CONTAINERS } from "./container-commands.ts";
import { HELP_WORD } from "./docker-run.ts";
import { dockerEffects } from "./effects.ts";
import {
  CONTAINER_LOOKS,
  CONTEXT_LOOKS,
  ENGINE_LOOKS,
  IMAGE,
  IMAGE_INSPECT,
  IMAGE_LOOKS,
  NETWORK_LOOKS,
  ONE,
  SYSTEM_LOOKS,
  VOLUME_LOOKS,
} from "./looking-commands.ts";
import { ALL_CLIENT_OPTIONS } from "./options/client-options.ts";
import { OUTPUT_OPTIONS } from "./options/container-options.ts";
import { ALL_BUILD_OPTIONS, ALL_RMI_OPTIONS, SAVE_OPTIONS } from "./options/image-options.ts";
import { CONNECT_OPTIONS, DISCONNECT_OPTIONS } from "./options/network-options.ts";
import { optionWords, type ToldOption } from "./options/told-options.ts";

const BUILDS = flags({
  words: optionWords(ALL_BUILD_OPTIONS),
  unknown: "alone",
  operands: [operand("folder", "the folder with the Dockerfile; - reads one from standard input")],
  needs: needing(operand("folder", "the folder with the Dockerfile")),
  deed: deed(
    () => "runs the steps of the Dockerfile in containers, and keeps their files as an image",
    ({ tag }) => (tag === undefined ? "docker rmi ID" : `docker rmi ${tag}`),
  ),
});

const IMAGES = {
  build: leading("builds an image from a Dockerfile", BUILDS, "docker-build(1)"),
  ...IMAGE_LOOKS,
  save: leading(
    "prints an image as an archive",
    flags({
      words: optionWords([...OUTPUT_OPTIONS, ...SAVE_OPTIONS]),
      operands: [IMAGE],
      needs: needing(IMAGE),
      deed: asks("is not asked: Docker reads its files"),
    }),
    "docker-save(1)",
  ),
  rmi: leading(
    "removes an image",
    flags({
      words: optionWords(ALL_RMI_OPTIONS),
      operands: [IMAGE],
      needs: needing(IMAGE),
      deed: oneWay(() => "removes the image's files", "build it again"),
    }),
    "docker-rmi(1)",
  ),
} satisfies Grammar["words"];

const NETWORK = operand("network", "the network");

/** Makes a command that connects a container to a network, or disconnects it */
function endpoint(means: string, does: Deed, options: readonly ToldOption[]) {
  const words = optionWords(options);
  return leading(means, flags({ words, operands: [NETWORK, ONE], needs: needing(NETWORK, ONE), deed: does }));
}

const NETWORKS: Grammar["words"] = {
  ...NETWORK_LOOKS,
  connect: endpoint(
    "connects a container to one more network",
    deed(
      () => "makes one more cable, from the container to the network's bridge",
      ({ network, container }) => `docker network disconnect ${network} ${container}`,
    ),
    CONNECT_OPTIONS,
  ),
  disconnect: endpoint(
    "disconnects a container from a network",
    deed(
      () => "removes its cable to the network's bridge",
      ({ network, container }) => `docker network connect ${network} ${container}`,
    ),
    DISCONNECT_OPTIONS,
  ),
};

/** Options of the client itself; it answers some of them itself */
const CLIENT: Grammar["words"] = {
  ...optionWords(ALL_CLIENT_OPTIONS),
  ...spelled(doing("prints the client's version", asks("is not asked: the client answers itself")), "--version", "-v"),
  "--help": HELP_WORD,
};

/** docker(1) */
export const DOCKER = {
  grammar: flags({
    lacks: "what to do: run, exec, ps, inspect, logs, start, stop, rm, build",
    words: {
      ...CLIENT,
      ...CONTAINERS,
      ...IMAGES,
      ...ENGINE_LOOKS,
      container: group("containers", { ...CONTAINERS, ls: CONTAINER_LOOKS.ps, list: CONTAINER_LOOKS.ps }),
      image: group("images", {
        ...IMAGES,
        ls: IMAGES.images,
        list: IMAGES.images,
        inspect: IMAGE_INSPECT,
        rm: IMAGES.rmi,
        remove: IMAGES.rmi,
      }),
      network: group("networks", NETWORKS),
      volume: group("volumes", VOLUME_LOOKS),
      context: group("contexts", CONTEXT_LOOKS),
      system: group("the engine", SYSTEM_LOOKS),
    },
  }),
  effects: dockerEffects,
  unknown: "looked at",
} satisfies EffectiveProgram;

function group(things: string, words: Grammar["words"]): Keyword {
  return leading(`commands about ${things}`, flags({ words }));
}
