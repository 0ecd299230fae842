import { decode, textOf } from "../rtnetlink/attribute.ts";
import { IFLA, INFO, type LinkMessage } from "./link-message.ts";

/** IFLA_BR_*, include/uapi/linux/if_link.h */
const BRIDGE = { stp: 5, id: 11 } as const;

/** The state of a bridge, beyond that of any link */
export interface BridgeState {
  /** Its priority and address, as sysfs writes them: `8000.66d0770e1a2b` */
  readonly id: string;
  readonly stp: "on" | "off";
}

/**
 * Reads the state of a bridge.
 *
 * Equivalent to: `cat /sys/class/net/$bridge/bridge/bridge_id`, and `stp_state`
 *
 * @returns `null` when the link is not a bridge
 */
export function bridgeState({ attributes }: LinkMessage): BridgeState | null {
  const info = decode(attributes.get(IFLA.info) ?? new Uint8Array());
  const kind = info.get(INFO.kind);
  if (kind === undefined || textOf(kind) !== "bridge") return null;
  const data = decode(info.get(INFO.data) ?? new Uint8Array());
  const id = data.get(BRIDGE.id)?.toString("hex") ?? "";
  return {
    id: `${id.slice(0, 4)}.${id.slice(4)}`,
    // Any number but 0 means on: the kernel or a program runs the protocol
    stp: (data.get(BRIDGE.stp)?.readUInt32LE(0) ?? 0) === 0 ? "off" : "on",
  };
}
