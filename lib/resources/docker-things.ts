/**
 * What the Docker engine keeps: how each is listed, looked at and removed.
 *
 * @module
 */

/** The key of the label on all that a lab makes; its value is another one for each command */
export const LABEL = "wirework";

/** What a command can make */
export type DockerThing = "container" | "network" | "volume";

/** Words after `docker` */
interface ThingCommands {
  /** Prints a whole id a line */
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
