/**
 * The commands that change a bridge's ports, as data. Source: bridge-utils 1.7, brctl/brctl_cmd.c and
 * libbridge/libbridge_if.c; Linux, net/bridge/br_ioctl.c, and net/bridge/br_if.c, br_add_if() and br_del_if().
 *
 * @module
 */
import { setLink } from "../../../netlink/links/set-link.ts";
import { lacksNetAdmin } from "./capability.ts";
import { type Change, performer } from "./change-performer.ts";
import { hasNoBridge, isNoBridge, ports, type PortTarget } from "./target.ts";

/** Equivalent to: `brctl addif $bridge $devices` */
const addif: Change<PortTarget> = {
  targets: ports,
  refusals: [
    [hasNoDevice, "ENODEV"],
    [hasNoBridge, "ENODEV"],
    [isNoBridge, "EOPNOTSUPP"],
    [lacksNetAdmin, "EPERM"],
    [({ device }) => device.hasUnusableAddress, "EINVAL"],
    [({ device }) => device.isBridge, "ELOOP"],
    [({ device }) => device.master !== 0, "EBUSY"],
  ],
  request: ({ bridge, device }) => setLink(device.index, { master: bridge.index }),
  says: {
    ENODEV: sayMissing,
    EBUSY: ({ bridge, device }) =>
      `device ${device.name} is already a member of a bridge; can't add it to bridge ${bridge.name}.`,
    ELOOP: ({ device }) =>
      `device ${device.name} is a bridge device itself; can't add a bridge device to a bridge device.`,
  },
  otherwise: ({ bridge, device }, answer) => `can't add ${device.name} to bridge ${bridge.name}: ${answer}`,
};

/** Equivalent to: `brctl delif $bridge $devices` */
const delif: Change<PortTarget> = {
  targets: ports,
  refusals: [
    [hasNoDevice, "ENODEV"],
    [hasNoBridge, "ENODEV"],
    [isNoBridge, "EOPNOTSUPP"],
    [lacksNetAdmin, "EPERM"],
    [({ bridge, device }) => device.master !== bridge.index, "EINVAL"],
  ],
  request: ({ device }) => setLink(device.index, { master: 0 }),
  says: {
    ENODEV: sayMissing,
    EINVAL: ({ bridge, device }) => `device ${device.name} is not a port of ${bridge.name}`,
  },
  otherwise: ({ bridge, device }, answer) => `can't delete ${device.name} from ${bridge.name}: ${answer}`,
};

export const performAddif = performer(addif);
export const performDelif = performer(delif);

function hasNoDevice({ device }: PortTarget): boolean {
  return !device.exists;
}

function sayMissing({ bridge, device }: PortTarget): string {
  return device.exists ? `bridge ${bridge.name} does not exist!` : `interface ${device.name} does not exist!`;
}
