/**
 * `--link`: a name in the client's `/etc/hosts` and, when containers are isolated from each other, rules that
 * accept packets to the server's exposed ports.
 *
 * @module
 */
import { appendFileSync } from "node:fs";

import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import { linkLine } from "../../hosts-file.ts";
import { cleanUpLine, cleanUpRules, forgetLine } from "../cleanup.ts";
import type { Container, ContainerRecord, Endpoint, Link } from "../container.ts";
import type { Daemon } from "../daemon.ts";
import { deleteLinkRules, insertLinkRules, type LinkPort, linkRules } from "./engine-rules.ts";
import { filesOf, readContainer, readContainers } from "../store.ts";

/** A container with a connection to the bridge */
export interface Wired {
  readonly record: ContainerRecord;
  readonly endpoint: Endpoint;
}

/** A link with both ends connected */
export interface LinkedServer extends Wired {
  readonly alias: string;
}

/**
 * Lists the servers that a container is linked to; none when Docker has no bridge.
 *
 * @throws {DaemonFailure} when one does not run, in Docker's words
 */
export function linkedServers({ name, settings }: ContainerRecord): readonly LinkedServer[] {
  return settings.links.flatMap((link) => {
    const wired = wiredServer(link);
    if (wired !== null) return [wired];
    const { server, alias } = link;
    const container = readContainer(server);
    if (container !== null && isUnplugged(container)) return [];
    const target = container?.name ?? server;
    throw new DaemonFailure(`Cannot link to a non running container: /${target} AS /${name}/${alias}`);
  });
}

/** Reports whether it runs without the bridge that it wants, which Docker does not have: `--bridge=none` */
function isUnplugged({ state, settings, run }: Container): boolean {
  return state.status === "running" && settings.network === "bridge" && run?.endpoint === null;
}

/** Lists the servers that run at present */
export function runningServers({ settings }: ContainerRecord): readonly LinkedServer[] {
  return settings.links.map(wiredServer).filter((server) => server !== null);
}

/** Formats the line in the client's `/etc/hosts` */
export function hostsLine({ alias, endpoint, record }: LinkedServer): string {
  return linkLine({
    address: endpoint.address,
    alias,
    hostname: record.settings.hostname,
    name: record.name,
  });
}

/**
 * Accepts packets between a client and a server. The rules go when either of them ends, the name when the
 * server does
 */
export function openLink(daemon: Daemon, client: Wired, server: LinkedServer): void {
  cleanUpLine(server.record.id, filesOf(client.record.id).hosts, hostsLine(server));
  if (daemon.options.icc || !daemon.rules) return;
  const ports = portsOf(client, server);
  for (const { record } of [client, server]) cleanUpRules(record.id, ports.flatMap(linkRules));
  insertLinkRules(ports);
}

/** Removes the rules while both run; their cleanup then has no effect */
export async function closeLink(daemon: Daemon, client: Wired, server: LinkedServer): Promise<void> {
  await forgetLine(filesOf(client.record.id).hosts, hostsLine(server));
  if (!daemon.options.icc && daemon.rules) deleteLinkRules(portsOf(client, server));
}

function portsOf(client: Wired, server: Wired): readonly LinkPort[] {
  return server.record.settings.exposed.map((exposed) => ({
    ...exposed,
    client: client.endpoint.address,
    server: server.endpoint.address,
  }));
}

/** Restores the links of a server that was started again */
export function linkClients(daemon: Daemon, server: Wired): void {
  for (const container of readContainers()) {
    const client = wiredContainer(container);
    if (client === null) continue;
    for (const { alias } of container.settings.links.filter((link) => link.server === server.record.id)) {
      appendFileSync(filesOf(container.id).hosts, `${hostsLine({ ...server, alias })}\n`);
      openLink(daemon, client, { ...server, alias });
    }
  }
}

function wiredServer({ server, alias }: Link): LinkedServer | null {
  const container = readContainer(server);
  const wired = container === null ? null : wiredContainer(container);
  return wired === null ? null : { ...wired, alias };
}

function wiredContainer(container: Container): Wired | null {
  const endpoint = container.run?.endpoint ?? null;
  return container.state.status === "running" && endpoint !== null ? { record: container, endpoint } : null;
}
