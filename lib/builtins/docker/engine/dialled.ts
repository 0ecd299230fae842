/**
 * Which daemon a client asks: `docker -H`, or `DOCKER_HOST`.
 *
 * Every command may ask, at any moment of its work, and several are at work in one process: so it goes along with each.
 *
 * @module
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { realpathSync } from "node:fs";

import { addressText, DEFAULT_ADDRESS, type DaemonAddress } from "../daemon-address.ts";

const DIALLED = new AsyncLocalStorage<DaemonAddress>();

/** Does something for a client that asks the daemon at this address */
export function dialling<T>(address: DaemonAddress, act: () => T): T {
  return DIALLED.run(address, act);
}

/** Whether the client asks at one of these sockets; who is no client asks at the usual one */
export function isDialled(sockets: readonly string[]): boolean {
  const address = DIALLED.getStore();
  if (address === undefined) return true;
  return address.kind === "unix" && sockets.some((socket) => isSame(socket, address.path));
}

/** Whatever links lead there */
function isSame(socket: string, path: string): boolean {
  try {
    return realpathSync(path) === realpathSync(socket);
  } catch {
    return false;
  }
}

/** What the client asks, as it says it */
export function dialled(): string {
  return addressText(DIALLED.getStore() ?? DEFAULT_ADDRESS);
}
