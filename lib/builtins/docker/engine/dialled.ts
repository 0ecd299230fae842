/**
 * The daemon that a client connects to: `docker -H`, or `DOCKER_HOST`.
 *
 * It is kept per asynchronous context: any command may need it at any time, and several run in one process.
 *
 * @module
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { realpathSync } from "node:fs";

import { addressText, DEFAULT_ADDRESS, type DaemonAddress } from "../daemon-address.ts";

const DIALLED = new AsyncLocalStorage<DaemonAddress>();

/** Acts on behalf of a client that connects to this address */
export function dialling<T>(address: DaemonAddress, act: () => T): T {
  return DIALLED.run(address, act);
}

/** Reports whether the client connects to one of these sockets; code outside a client uses the default one */
export function isDialled(sockets: readonly string[]): boolean {
  const address = DIALLED.getStore();
  if (address === undefined) return true;
  return address.kind === "unix" && sockets.some((socket) => isSame(socket, address.path));
}

/** Compares two paths, with links resolved */
function isSame(socket: string, path: string): boolean {
  try {
    return realpathSync(path) === realpathSync(socket);
  } catch {
    return false;
  }
}

/** Formats the client's address */
export function dialled(): string {
  return addressText(DIALLED.getStore() ?? DEFAULT_ADDRESS);
}
