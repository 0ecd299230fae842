/**
 * Builds the request of `docker run` from its command line.
 *
 * @module
 */
import { parseDnsServer, parseSearchDomain } from "../options/dns.ts";
import { eachOnce, parseExposes } from "../../../programs/docker/options/expose.ts";
import { DaemonFailure } from "../../../programs/docker/failure.ts";
import { parseLink, type RequestedLink } from "../options/docker-link.ts";
import { parsePublish } from "../../../programs/docker/options/publish.ts";
import { readEnvironment } from "./environment.ts";
import type { RunRequest } from "./images/image-defaults.ts";
import { isUserDefined, readNetwork, requireOneNetwork } from "./network-option.ts";
import { refused } from "../../../programs/docker/not-run.ts";
import { reasonAgainstReference } from "./reference.ts";
import type { RunFlags } from "../../../programs/docker/options/docker-run-options.ts";

const DNS = { long: "dns" } as const;
const DNS_SEARCH = { long: "dns-search" } as const;

/**
 * Parses options, image and command.
 *
 * @throws {DockerFailure} in the client's words
 */
export function readRequest(flags: RunFlags, [image = "", ...command]: readonly string[]): RunRequest {
  const dns = flags.dns.map((server) => parseDnsServer(DNS, server));
  const dnsSearch = flags["dns-search"].map((domain) => parseSearchDomain(DNS_SEARCH, domain));
  const environment = readEnvironment(flags.env);
  const links = firstOfEachAlias(flags.link.map(parseLink));
  const published = flags.publish.flatMap(parsePublish);
  const exposed = eachOnce([...published.map((binding) => binding.exposed), ...parseExposes(flags.expose)]);
  const network = readNetwork(flags.network);
  if (network !== "bridge" && !isUserDefined(network) && links.length > 0)
    throw refused("links are only supported for user-defined networks");
  requireReference(image);
  return {
    hostname: flags.hostname === null || flags.hostname === "" ? null : readHostname(flags.hostname),
    image,
    command,
    environment,
    labels: readLabels(flags.label),
    workingFolder: flags.workdir === null || flags.workdir === "" ? "/" : flags.workdir,
    network,
    dns,
    dnsSearch,
    links,
    exposed,
    published,
    publishAll: flags["publish-all"],
    privileged: flags.privileged,
    volumes: flags.volume,
    attached: !flags.detach,
    interactive: flags.interactive,
    terminal: flags.tty,
    removedOnExit: flags.rm,
  };
}

/**
 * Refuses a request that only the daemon finds impossible.
 *
 * @throws {DaemonFailure} in its words
 */
export function requirePossible({ workingFolder }: RunRequest, flags: RunFlags): void {
  if (!workingFolder.startsWith("/"))
    throw new DaemonFailure(`the working directory '${workingFolder}' is invalid, it needs to be an absolute path`);
  requireOneNetwork(flags);
}

/**
 * Keeps the first link of each alias: an alias means one container. Source: moby 20.10, `daemon/daemon.go`,
 * `registerLink`
 */
function firstOfEachAlias(links: readonly RequestedLink[]): readonly RequestedLink[] {
  return links.filter(({ alias }, at) => links.findIndex((link) => link.alias === alias) === at);
}

/**
 * Parses labels; the last value of a key counts. Source: docker/cli 20.10, `opts/parse.go`,
 * `ConvertKVStringsToMap`
 */
function readLabels(labels: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    labels.map((label) => {
      const [key = "", ...value] = label.split("=");
      return [key, value.join("=")];
    }),
  );
}

function requireReference(image: string): void {
  const reason = reasonAgainstReference(image);
  if (reason !== null && !/^(?:sha256:)?[\da-f]{64}$/.test(image)) throw refused(reason);
}

/** Refuses a host name with a line break, which Docker accepts: it would make several lines in `/etc/hosts` */
function readHostname(name: string): string {
  if (/\p{Cc}/u.test(name)) throw refused(`invalid hostname ${JSON.stringify(name)}: it has a control character`);
  return name;
}
