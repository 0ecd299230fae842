/**
 * Commands of `docker` that only look, or wait.
 *
 * @module
 */
import type { Grammar, Keyword, Parameter } from "../grammar.ts";
import { asks, flags, leading, needing, operand, optional, several } from "../grammar-parts.ts";
import { DF_OPTIONS, EVENTS_OPTIONS, INFO_OPTIONS, LIST_OPTIONS } from "./options/client-options.ts";
import {
  ALL_INSPECT_OPTIONS,
  ALL_LOGS_OPTIONS,
  ALL_PS_OPTIONS,
  FORMAT_OPTIONS,
  STATS_OPTIONS,
} from "./options/container-options.ts";
import { ALL_IMAGES_OPTIONS, HISTORY_OPTIONS, SEARCH_OPTIONS } from "./options/image-options.ts";
import { optionWords, type ToldOption } from "./options/told-options.ts";

/** Makes a command that Docker answers from its own records */
function looking(means: string, options: readonly ToldOption[], ...operands: readonly Parameter[]): Keyword {
  const words = optionWords(options);
  const needs = needing(...operands.filter(({ needed }) => needed === undefined));
  const deed = asks("does nothing: Docker answers from its own records");
  return { ...leading(means, flags({ words, operands, needs, deed })), only: "looks" };
}

function withManuals<Name extends string>(commands: Readonly<Record<Name, Keyword>>): Readonly<Record<Name, Keyword>> {
  const named = Object.entries<Keyword>(commands).map(([name, keyword]) => [
    name,
    { ...keyword, manual: `docker-${name}(1)` },
  ]);
  // Each command keeps its name
  return Object.fromEntries(named) as Readonly<Record<Name, Keyword>>;
}

/** Makes the commands that list objects of a kind, and that print all of one */
function looksAt(plural: string, name: string): Grammar["words"] {
  const list = looking(`lists the ${plural}`, LIST_OPTIONS);
  return { ls: list, list, inspect: looking("prints all details of one", FORMAT_OPTIONS, several(name, "its name")) };
}

/** Makes a parameter for any number of words, or none */
function anything(...parts: Parameters<typeof several>): Parameter {
  return { ...several(...parts), needed: "unless an option follows" };
}

export const ONE = operand("container", "the container: its id, the beginning of that, or its name");
export const CONTAINER: Parameter = { ...ONE, times: "any" };
export const IMAGE = several("image", "the image: its name, its id, or the beginning of that");

/** Commands about a container */
export const CONTAINER_LOOKS = withManuals({
  inspect: looking("prints all details of a container", ALL_INSPECT_OPTIONS, CONTAINER),
  ps: looking("lists running containers", ALL_PS_OPTIONS),
  logs: looking("prints a container's output", ALL_LOGS_OPTIONS, CONTAINER),
  port: looking(
    "lists a container's published ports",
    [],
    ONE,
    optional("port", "the container's port: 80, or 53/udp"),
  ),
  top: looking("lists a container's processes", [], ONE, anything("text", "an option of ps")),
  diff: looking("lists the files that a container has changed", [], ONE),
  stats: looking(
    "shows how much containers use",
    STATS_OPTIONS,
    anything("container", "a container: all, if there is none"),
  ),
  wait: { ...looking("waits for a container's end, and prints its exit status", [], CONTAINER), only: "waits" },
});

/** Commands about an image */
export const IMAGE_LOOKS = withManuals({
  images: looking("lists the images", ALL_IMAGES_OPTIONS, optional("repository", "only those of this name")),
  history: looking("lists the steps that an image was built in", HISTORY_OPTIONS, IMAGE),
});

export const IMAGE_INSPECT = looking("prints all details of an image", FORMAT_OPTIONS, IMAGE);

/** Commands about the engine */
export const ENGINE_LOOKS = withManuals({
  version: looking("prints Docker's version", FORMAT_OPTIONS),
  info: looking("prints Docker's setup", INFO_OPTIONS),
  events: looking("prints what happens to containers, images and networks", EVENTS_OPTIONS),
  search: looking("searches Docker Hub for images", SEARCH_OPTIONS, operand("term", "the text to look for")),
  help: looking("prints Docker's help", [], anything("topic", "the command to explain")),
});

/** Commands of groups */
export const NETWORK_LOOKS = looksAt("networks", "network");
export const VOLUME_LOOKS = looksAt("volumes", "volume");
export const CONTEXT_LOOKS: Grammar["words"] = {
  ...looksAt("contexts: the daemons that the client knows", "context"),
  show: looking("prints the name of the context in use", []),
};
export const SYSTEM_LOOKS: Grammar["words"] = {
  info: ENGINE_LOOKS.info,
  events: ENGINE_LOOKS.events,
  df: looking("shows how much disk images, containers and volumes use", DF_OPTIONS),
};
