/**
 * Networks that a container has in common with others: the host's, with `--net=host`, or another container's, with
 * `--net=container:…`.
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import type { ContainerId } from "../../../../values/name/container-id.ts";
import { DaemonFailure, NoSuchContainer } from "../../failure.ts";
import type { Container, ContainerRecord } from "../container.ts";
import { findContainer } from "../find.ts";
import { filesOf } from "../store.ts";
import { firstProcess } from "../process/first-process.ts";

/** What `--net` says for the host's own network */
export const HOST = "host";

const CONTAINER = "container:";

/** The network of another container, held open: it may end at any moment */
export interface JoinedNetwork extends Disposable {
  readonly fd: number;
  readonly owner: Container;
}

/** Whether a container's network is made for it */
export function isOwnNetwork(network: string): boolean {
  return network !== HOST && !network.startsWith(CONTAINER);
}

/** The container that a network is of, as it was named; `null` for one that is no container's */
export function ownerOf(network: string): string | null {
  return network.startsWith(CONTAINER) ? network.slice(CONTAINER.length) : null;
}

/** The same network, of a container by its id; one that isn't there may be when it is needed */
export function withOwnersId(network: string): string {
  const owner = ownerOf(network);
  if (owner === null) return network;
  try {
    return CONTAINER + findContainer(owner).id;
  } catch (error) {
    if (error instanceof NoSuchContainer) return network;
    throw error;
  }
}

/**
 * Opens the network of the container that another one joins.
 *
 * @returns `null` when it joins none
 * @throws {DaemonFailure} when that is not there, does not run, or is the very same, in Docker's words
 */
export function openJoinedNetwork({ id, settings }: ContainerRecord): JoinedNetwork | null {
  const name = ownerOf(settings.network);
  if (name === null) return null;
  const owner = findContainer(name);
  if (owner.id === id) throw new DaemonFailure("cannot join own network");
  const fd = openNetworkOf(owner);
  if (fd === null) throw notRunning(owner.id);
  return { fd, owner, [Symbol.dispose]: () => closeSync(fd) };
}

/** The network of a container's first process, which it still is when it is open; `null` when there is none */
function openNetworkOf({ id, state }: Container): number | null {
  if (state.status !== "running" || state.pid === null) return null;
  const fd = openUnlessGone(`/proc/${state.pid}/ns/net`);
  if (fd === null || firstProcess(filesOf(id)) === state.pid) return fd;
  closeSync(fd);
  return null;
}

function openUnlessGone(file: string): number | null {
  try {
    return openSync(file, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function notRunning(id: ContainerId): DaemonFailure {
  return new DaemonFailure(`cannot join network of a non running container: ${id}`);
}
