/**
 * What `docker run` is asked for, from its command line.
 *
 * @module
 */
import { BadValue } from "../../../values/bad-value.ts";
import { parseImageName } from "../../../values/image-name.ts";
import type { RequestedSettings } from "../engine/create.ts";
import { parseExposes } from "../expose.ts";
import { DaemonFailure, DockerFailure } from "../failure.ts";
import { BASE } from "../image.ts";
import { parseLink } from "../link.ts";
import { readEnvironment } from "./environment.ts";
import type { RunFlags } from "./run-options.ts";

/** What `docker run` ends with when it did not come to running a command */
export const NOT_RUN = 125;

/**
 * Reads options, image and command.
 *
 * @throws {DockerFailure} in the client's words
 */
export function readRequest(flags: RunFlags, [image = "", ...command]: readonly string[]): RequestedSettings {
  const environment = readEnvironment(flags.env);
  const links = flags.link.map(parseLink);
  const exposed = parseExposes([...flags.expose, ...BASE.expose]);
  const network = readNetwork(flags.network);
  if (network === "none" && links.length > 0) throw refused("links are only supported for user-defined networks");
  requireReference(image);
  return {
    hostname: flags.hostname === null || flags.hostname === "" ? null : readHostname(flags.hostname),
    image,
    command: command.length > 0 ? command : BASE.command,
    environment,
    labels: readLabels(flags.label),
    workingFolder: flags.workdir === null || flags.workdir === "" ? "/" : flags.workdir,
    network,
    links,
    exposed,
    attached: !flags.detach,
    interactive: flags.interactive,
    terminal: flags.tty,
    removedOnExit: flags.rm,
  };
}

/**
 * Refuses what only the daemon knows that it can't be.
 *
 * @throws {DaemonFailure} in its words
 */
export function requirePossible({ workingFolder, network }: RequestedSettings): void {
  if (!workingFolder.startsWith("/"))
    throw new DaemonFailure(`the working directory '${workingFolder}' is invalid, it needs to be an absolute path`);
  if (network === "host" || network.startsWith("container:"))
    throw new DaemonFailure(`the embedded engine has no --net=${network}, only bridge and none`);
}

/** The last of a key counts. Source: docker/cli 20.10, `opts/parse.go`, `ConvertKVStringsToMap` */
function readLabels(labels: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    labels.map((label) => {
      const [key = "", ...value] = label.split("=");
      return [key, value.join("=")];
    }),
  );
}

function requireReference(image: string): void {
  try {
    parseImageName(image);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw refused(`invalid reference format${/[A-Z]/.test(image) ? ": repository name must be lowercase" : ""}`);
  }
}

/** Docker's own default is the article's too, under its name of that time */
function readNetwork(name: string | null): string {
  if (name === "") throw refused("no name set for network");
  return name === null || name === "default" ? "bridge" : name;
}

/** Docker takes any; one with more than a line would be several in `/etc/hosts` */
function readHostname(name: string): string {
  if (/\p{Cc}/u.test(name)) throw refused(`invalid hostname ${JSON.stringify(name)}: it has a control character`);
  return name;
}

function refused(reason: string): DockerFailure {
  return new DockerFailure(`docker: ${reason}.`, NOT_RUN);
}
