/**
 * The commands that change a bridge, as data. Source: bridge-utils 1.7, brctl/brctl_cmd.c and
 * libbridge/libbridge_if.c; Linux, net/bridge/br_if.c, br_add_bridge() and br_del_bridge().
 *
 * @module
 */
import { addBridge } from "../../../netlink/links/add-bridge.ts";
import { deleteLink } from "../../../netlink/links/delete-link.ts";
import { setBridge } from "../../../netlink/links/set-bridge.ts";
import { lacksNetAdmin } from "./capability.ts";
import { type Change, NEITHER, performer } from "./change-performer.ts";
import { type BridgeTarget, hasNoBridge, isNoBridge, newBridge, oldBridge, stpOf, type StpTarget } from "./target.ts";

const ON: readonly string[] = ["on", "yes", "1"];
const OFF: readonly string[] = ["off", "no", "0"];

/** Equivalent to: `brctl addbr $bridge` */
const addbr: Change<BridgeTarget> = {
  targets: newBridge,
  refusals: [
    [lacksNetAdmin, "EPERM"],
    [({ bridge }) => bridge.exists, "EEXIST"],
  ],
  request: ({ bridge }) => addBridge({ name: bridge.name }),
  says: {
    EEXIST: ({ bridge }) => `device ${bridge.name} already exists; can't create bridge with the same name`,
  },
  otherwise: (_, answer) => `add bridge failed: ${answer}`,
};

/** Equivalent to: `brctl delbr $bridge` */
const delbr: Change<BridgeTarget> = {
  targets: oldBridge,
  refusals: [
    [lacksNetAdmin, "EPERM"],
    [hasNoBridge, "ENXIO"],
    [isNoBridge, "EPERM"],
    [({ bridge }) => bridge.isUp, "EBUSY"],
  ],
  request: ({ bridge }) => deleteLink(bridge.index),
  says: {
    ENXIO: ({ bridge }) => `bridge ${bridge.name} doesn't exist; can't delete it`,
    EBUSY: ({ bridge }) => `bridge ${bridge.name} is still up; can't delete it`,
  },
  otherwise: ({ bridge }, answer) => `can't delete bridge ${bridge.name}: ${answer}`,
};

/** Equivalent to: `brctl stp $bridge on`, or `off` */
const stp: Change<StpTarget> = {
  targets: stpOf,
  refusals: [
    [({ word }) => ![...ON, ...OFF].includes(word), NEITHER],
    [hasNoBridge, "ENODEV"],
    [isNoBridge, "EOPNOTSUPP"],
  ],
  request: ({ bridge, word }) => setBridge(bridge.index, { stp_state: ON.includes(word) ? 1 : 0 }),
  says: { [NEITHER]: () => NEITHER },
  otherwise: (_, answer) => `set stp status failed: ${answer}`,
};

export const performAddbr = performer(addbr);
export const performDelbr = performer(delbr);
export const performStp = performer(stp);
