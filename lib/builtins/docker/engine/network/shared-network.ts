/**
 * Networks that containers share: the host's, with `--net=host`, or another container's, with
 * `--net=container:…`.
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import type { ContainerId } from "../../../../values/name/container-id.ts";
import { DaemonFailure, NoSuchContainer } from "../../../../programs/docker/failure.ts";
import type { Container, ContainerRecord } from "../container.ts";
import { findContainer } from "../find-container.ts";
import { filesOf } from "../store.ts";
import { firstProcess } from "../process/first-process.ts";

/** The value of `--net` for the host's own network */
export const HOST = "host";

const CONTAINER = "container:";

/** Another container's network, held open: the container may end at any moment */
export interface JoinedNetwork extends Disposable {
  readonly fd: number;
  readonly owner: Container;
}

/** Reports whether a container gets a network of its own */
export function isOwnNetwork(network: string): boolean {
  return network !== HOST && !network.startsWith(CONTAINER);
}

/** Returns the container that owns a network, as typed; `null` when it is not a container's */
export function ownerOf(network: string): string | null {
  return network.startsWith(CONTAINER) ? network.slice(CONTAINER.length) : null;
}

/** Replaces the owner by its id; a missing one may exist later */
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
 * @throws {DaemonFailure} when that container is missing, stopped, or the same one, in Docker's words
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

/**
 * Opens the network of a container's first process, and checks afterwards that it still is; `null` when there
 * is none
 */
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
