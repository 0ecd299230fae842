/**
 * What `docker run` is asked for, from its command line.
 *
 * @module
 */
import { BadValue } from "../../../values/bad-value.ts";
import { parseHostname } from "../../../values/hostname.ts";
import { parseImageName } from "../../../values/image-name.ts";
import type { RequestedSettings } from "../engine/create.ts";
import { findContainer } from "../engine/find.ts";
import { parseExposes } from "../expose.ts";
import { DockerFailure } from "../failure.ts";
import type { Flags } from "../flag-table.ts";
import { parseLink } from "../link.ts";
import { readEnvironment } from "./environment.ts";

/** The options that the article and its recipes use */
export const RUN_FLAGS = [
  { long: "interactive", short: "i", kind: "switch" },
  { long: "tty", short: "t", kind: "switch" },
  { long: "detach", short: "d", kind: "switch" },
  { long: "rm", kind: "switch" },
  { long: "name", kind: "string" },
  { long: "net", kind: "string" },
  { long: "network", kind: "string", sameAs: "net" },
  { long: "hostname", short: "h", kind: "string" },
  { long: "link", kind: "list" },
  { long: "expose", kind: "list" },
  { long: "env", short: "e", kind: "list" },
  { long: "workdir", short: "w", kind: "string" },
] as const;

/** The options of one `docker run` */
export type RunFlags = Flags<typeof RUN_FLAGS>;

/** The only image: the machine's own file system */
const IMAGE = "base";

/** Docker's own search path for a container */
const SEARCH_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** What the image says that it runs, when it isn't told */
const COMMAND = ["/bin/bash"];

/**
 * Reads options, image and command.
 *
 * @throws {DockerFailure} in Docker's words
 */
export function readRequest(flags: RunFlags, [image, ...command]: readonly string[]): RequestedSettings {
  if (image === undefined)
    throw new DockerFailure("\"docker run\" requires at least 1 argument.\nSee 'docker run --help'.", 1);
  requireImage(image);
  const network = readNetwork(flags.net);
  if (network === "none" && flags.link.length > 0) {
    throw refused(
      "conflicting options: container type network can't be used with links. This would result in undefined behavior",
    );
  }
  return {
    hostname: flags.hostname === null ? null : readHostname(flags.hostname),
    image,
    command: command.length > 0 ? command : COMMAND,
    environment: [SEARCH_PATH, ...(flags.tty ? ["TERM=xterm"] : []), "HOME=/root", ...readEnvironment(flags.env)],
    workingFolder: readFolder(flags.workdir),
    network,
    links: flags.link.map(parseLink).map(({ container, alias }) => ({
      server: findServer(container),
      alias,
    })),
    exposed: parseExposes(flags.expose),
    interactive: flags.interactive,
    terminal: flags.tty,
    removedOnExit: flags.rm,
  };
}

function requireImage(image: string): void {
  try {
    parseImageName(image);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw new DockerFailure(
      `docker: invalid reference format${/[A-Z]/.test(image) ? ": repository name must be lowercase" : ""}.`,
      125,
    );
  }
  if (image === IMAGE || image === `${IMAGE}:latest`) return;
  throw refused(`No such image: ${image}: the sandbox has the image "${IMAGE}" only, and no registry to ask`);
}

function readNetwork(name: string | null): "bridge" | "none" {
  if (name === null || name === "bridge" || name === "default") return "bridge";
  if (name === "none") return "none";
  throw refused(`network ${name} not found`);
}

function readHostname(name: string): string {
  try {
    return parseHostname(name);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw refused(`invalid hostname ${JSON.stringify(name)}: ${error.reason}`);
  }
}

function readFolder(folder: string | null): string {
  if (folder === null) return "/";
  if (folder.startsWith("/")) return folder;
  throw refused(`the working directory '${folder}' is invalid, it needs to be an absolute path`);
}

function findServer(reference: string): ReturnType<typeof findContainer>["id"] {
  try {
    return findContainer(reference).id;
  } catch (error) {
    if (error instanceof DockerFailure)
      throw refused(`could not get container for ${reference}: No such container: ${reference}`);
    throw error;
  }
}

function refused(reason: string): DockerFailure {
  return new DockerFailure(`Error response from daemon: ${reason}.`, 125);
}
