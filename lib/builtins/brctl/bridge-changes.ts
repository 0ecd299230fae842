/**
 * The commands that change a bridge, as data. Source: bridge-utils 1.7, brctl/brctl_cmd.c and
 * libbridge/libbridge_if.c; Linux, net/bridge/br_if.c, br_add_bridge() and br_del_bridge().
 *
 * @module
 */
import { EBUSY, EEXIST, ENODEV, ENXIO, EOPNOTSUPP, EPERM } from "./answer.ts";
import { lacksNetAdmin } from "./capability.ts";
import type { Change } from "./change.ts";
import { type BridgeTarget, hasNoBridge, isNoBridge, newBridge, oldBridge, stpOf, type StpTarget } from "./target.ts";

const ON: readonly string[] = ["on", "yes", "1"];
const OFF: readonly string[] = ["off", "no", "0"];

/** The answer to any other word: brctl's own, before the kernel is asked */
const NEITHER = "expect on/off for argument";

/** Equivalent to: `brctl addbr $bridge` */
export const addbr: Change<BridgeTarget> = {
  targets: newBridge,
  refusals: [
    [lacksNetAdmin, EPERM],
    [({ bridge }) => bridge.exists, EEXIST],
  ],
  line: ({ bridge }) => ["link", "add", "name", bridge.name, "type", "bridge"],
  says: {
    [EEXIST]: ({ bridge }) => `device ${bridge.name} already exists; can't create bridge with the same name`,
  },
  otherwise: (_, answer) => `add bridge failed: ${answer}`,
};

/** Equivalent to: `brctl delbr $bridge` */
export const delbr: Change<BridgeTarget> = {
  targets: oldBridge,
  refusals: [
    [lacksNetAdmin, EPERM],
    [hasNoBridge, ENXIO],
    [isNoBridge, EPERM],
    [({ bridge }) => bridge.isUp, EBUSY],
  ],
  line: ({ bridge }) => ["link", "del", "dev", bridge.name, "type", "bridge"],
  says: {
    [ENXIO]: ({ bridge }) => `bridge ${bridge.name} doesn't exist; can't delete it`,
    [EBUSY]: ({ bridge }) => `bridge ${bridge.name} is still up; can't delete it`,
  },
  otherwise: ({ bridge }, answer) => `can't delete bridge ${bridge.name}: ${answer}`,
};

/** Equivalent to: `brctl stp $bridge on`, or `off` */
export const stp: Change<StpTarget> = {
  targets: stpOf,
  refusals: [
    [({ word }) => ![...ON, ...OFF].includes(word), NEITHER],
    [hasNoBridge, ENODEV],
    [isNoBridge, EOPNOTSUPP],
  ],
  line: ({ bridge, word }) => {
    const state = ON.includes(word) ? "1" : "0";
    return ["link", "set", "dev", bridge.name, "type", "bridge", "stp_state", state];
  },
  says: { [NEITHER]: () => NEITHER },
  otherwise: (_, answer) => `set stp status failed: ${answer}`,
};
