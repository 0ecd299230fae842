/**
 * Kinds of Docker objects, each with the commands that list, inspect and remove it.
 *
 * @module
 */

/** The key of the label on everything that a lab makes; each command has its own value */
export const LABEL = "wirework";

/** A kind of object that a command can make */
export type DockerThing = "container" | "network" | "volume";

/** Words after `docker` */
interface ThingCommands {
  /** Prints one full id a line */
  readonly list: readonly string[];
  readonly inspect: readonly string[];
  readonly remove: readonly string[];
}

export const DOCKER_THINGS: Readonly<Record<DockerThing, ThingCommands>> = {
  container: {
    list: ["ps", "--all", "--quiet", "--no-trunc"],
    inspect: ["inspect", "--type", "container"],
    remove: ["rm", "--force", "--volumes"],
  },
  network: {
    list: ["network", "ls", "--quiet", "--no-trunc"],
    inspect: ["network", "inspect"],
    remove: ["network", "rm"],
  },
  volume: { list: ["volume", "ls", "--quiet"], inspect: ["volume", "inspect"], remove: ["volume", "rm"] },
};
