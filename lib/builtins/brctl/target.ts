/**
 * What the commands that change something are given: bridges and devices by their names.
 *
 * @module
 */
import type { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import { BadValue } from "../../values/bad-value.ts";
import { parseIfName } from "../../values/name/if-name.ts";
import { Interface, NAME_BYTES } from "./interface.ts";

/** A bridge to make or to delete */
export interface BridgeTarget {
  readonly bridge: Interface;
}

/** A device to join to a bridge or to take out of it */
export interface PortTarget extends BridgeTarget {
  readonly device: Interface;
}

/** A bridge and the word for its spanning tree protocol's state */
export interface StpTarget extends BridgeTarget {
  readonly word: string;
}

/** Finds what operands name */
export type Targets<Target> = (socket: RouteSocket, operands: readonly string[]) => readonly Target[];

/**
 * A bridge that is to be made. Its name has to be one that we give, so of those that the kernel would refuse we say
 * more than the real brctl, which says `add bridge failed: Invalid argument`.
 *
 * @throws {BadValue} if the name is none that we give to an interface
 */
export const newBridge: Targets<BridgeTarget> = (socket, [name = ""]) => [
  { bridge: new Interface(socket, parseIfName(name)) },
];

/** @throws {BadValue} if the name is longer than the kernel allows */
export const oldBridge: Targets<BridgeTarget> = (socket, [name = ""]) => [{ bridge: findBridge(socket, name) }];

/** @throws {BadValue} if the bridge's name is longer than the kernel allows */
export const ports: Targets<PortTarget> = (socket, [name = "", ...devices]) => {
  const bridge = findBridge(socket, name);
  return devices.map((device) => ({ bridge, device: new Interface(socket, device) }));
};

/** @throws {BadValue} if the bridge's name is longer than the kernel allows */
export const stpOf: Targets<StpTarget> = (socket, [name = "", word = ""]) => [
  { bridge: findBridge(socket, name), word },
];

export function hasNoBridge({ bridge }: BridgeTarget): boolean {
  return !bridge.exists;
}

export function isNoBridge({ bridge }: BridgeTarget): boolean {
  return !bridge.isBridge;
}

/**
 * A bridge that may exist, and then under a name that we would not give. The real brctl cuts a name that is too long,
 * without a word, and so changes another bridge than the one it was told.
 */
function findBridge(socket: RouteSocket, name: string): Interface {
  const bytes = Buffer.byteLength(name);
  if (bytes > NAME_BYTES) {
    const reason = `${bytes} bytes, and the kernel allows ${NAME_BYTES}`;
    throw new BadValue({
      value: name,
      kind: "the name of a bridge",
      reason,
      tryThis: null,
    });
  }
  return new Interface(socket, name);
}
