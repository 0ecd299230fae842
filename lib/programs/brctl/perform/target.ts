/**
 * The targets of changing commands: bridges and devices by name.
 *
 * @module
 */
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { BadValue } from "../../../values/bad-value.ts";
import { parseIfName } from "../../../values/name/if-name.ts";
import type { Parsed } from "../../parse.ts";
import { valuesOf } from "../../terms.ts";
import { Interface, NAME_BYTES } from "./interface.ts";

/** A bridge to create or delete */
export interface BridgeTarget {
  readonly bridge: Interface;
}

/** A device to add to a bridge or remove from it */
export interface PortTarget extends BridgeTarget {
  readonly device: Interface;
}

/** A bridge and the word for its spanning tree protocol's state */
export interface StpTarget extends BridgeTarget {
  readonly word: string;
}

/** Finds the targets that a line names */
export type Targets<Target> = (socket: RouteSocket, parsed: Parsed) => readonly Target[];

/**
 * Finds a bridge to create. For a name that the kernel would refuse, the error says more than the real
 * brctl's `add bridge failed: Invalid argument`.
 *
 * @throws {BadValue} if wirework gives no interface such a name
 */
export const newBridge: Targets<BridgeTarget> = (socket, parsed) => [
  { bridge: new Interface(socket, parseIfName(wordIn(parsed, "bridge"))) },
];

/**
 * Finds an existing bridge.
 *
 * @throws {BadValue} if the name is longer than the kernel allows
 */
export const oldBridge: Targets<BridgeTarget> = (socket, parsed) => [{ bridge: findBridge(socket, parsed) }];

/**
 * Finds a bridge and its devices.
 *
 * @throws {BadValue} if the bridge's name is longer than the kernel allows
 */
export const ports: Targets<PortTarget> = (socket, parsed) => {
  const bridge = findBridge(socket, parsed);
  return valuesOf(parsed, "port").map((device) => ({ bridge, device: new Interface(socket, device) }));
};

/**
 * Finds a bridge and the word for its spanning tree protocol.
 *
 * @throws {BadValue} if the bridge's name is longer than the kernel allows
 */
export const stpOf: Targets<StpTarget> = (socket, parsed) => [
  { bridge: findBridge(socket, parsed), word: wordIn(parsed, "value") },
];

export function hasNoBridge({ bridge }: BridgeTarget): boolean {
  return !bridge.exists;
}

export function isNoBridge({ bridge }: BridgeTarget): boolean {
  return !bridge.isBridge;
}

/**
 * Finds a bridge whose name may be one that wirework would not give. The real brctl silently truncates a long
 * name, and then changes another bridge.
 */
function findBridge(socket: RouteSocket, parsed: Parsed): Interface {
  const name = wordIn(parsed, "bridge");
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

function wordIn(parsed: Parsed, name: string): string {
  return valuesOf(parsed, name)[0] ?? "";
}
