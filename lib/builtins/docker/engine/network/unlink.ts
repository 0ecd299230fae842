/**
 * `docker rm --link`: removes a link, but neither of its containers.
 *
 * @module
 */
import { DaemonFailure, NoSuchContainer } from "../../../../programs/docker/failure.ts";
import type { Container } from "../container.ts";
import { requireDaemon } from "../daemon.ts";
import { findContainer } from "../find-container.ts";
import { closeLink, runningServers } from "./docker-links.ts";
import { lockRecords, readContainers, writeRecord } from "../store.ts";

/**
 * Removes a link: the alias, the rules, and its entry for later starts. Source: moby 20.10,
 * `daemon/delete.go`, `rmLink`.
 *
 * @param name `CLIENT/ALIAS`
 * @throws {DaemonFailure} when there is none, or for the name of a container, in Docker's words
 */
export async function unlink(name: string): Promise<void> {
  using _lock = await lockRecords();
  const daemon = requireDaemon();
  const [owner = "", alias, ...extra] = name.split("/");
  if (alias === undefined) {
    findContainer(name);
    throw new DaemonFailure("Conflict, cannot remove the default link name of the container");
  }
  const container = readContainers().find((known) => known.name === owner);
  const link = container?.settings.links.find((known) => known.alias === alias);
  if (container === undefined || link === undefined || extra.length > 0) throw new NoSuchContainer(name);
  forget(container, alias);
  const server = runningServers(container).find((known) => known.alias === alias);
  const endpoint = container.run?.endpoint ?? null;
  if (server === undefined || endpoint === null || container.state.status !== "running") return;
  await closeLink(daemon, { record: container, endpoint }, server);
}

function forget({ state: _state, ...record }: Container, alias: string): void {
  const links = record.settings.links.filter((link) => link.alias !== alias);
  writeRecord({ ...record, settings: { ...record.settings, links } });
}
