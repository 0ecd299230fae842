import { IFF } from "./interface-flags.ts";

/**
 * `ip`'s names for flags, in its order: print_link_flags() of ip/ipaddress.c. It has none for the last two of
 * if.h
 */
const NAMES: readonly (readonly [flag: number, name: string])[] = [
  [IFF.loopback, "LOOPBACK"],
  [IFF.broadcast, "BROADCAST"],
  [IFF.pointToPoint, "POINTOPOINT"],
  [IFF.multicast, "MULTICAST"],
  [IFF.noArp, "NOARP"],
  [IFF.allMulticast, "ALLMULTI"],
  [IFF.promiscuous, "PROMISC"],
  [IFF.master, "MASTER"],
  [IFF.slave, "SLAVE"],
  [IFF.debug, "DEBUG"],
  [IFF.dynamic, "DYNAMIC"],
  [0x4000, "AUTOMEDIA"],
  [0x2000, "PORTSEL"],
  [IFF.noTrailers, "NOTRAILERS"],
  [IFF.up, "UP"],
  [IFF.lowerUp, "LOWER_UP"],
  [IFF.dormant, "DORMANT"],
  [IFF.echo, "ECHO"],
];

const NAMED = NAMES.reduce((sum, [flag]) => sum | flag, 0);

/** Names a link's flags as `ip` does; nameless ones come last, as one number */
export function flagNames(flags: number): string[] {
  const isDead = (flags & IFF.up) !== 0 && (flags & IFF.running) === 0;
  const others = (flags & ~(NAMED | IFF.running)) >>> 0;
  return [
    ...(isDead ? ["NO-CARRIER"] : []),
    ...NAMES.filter(([flag]) => (flags & flag) !== 0).map(([, name]) => name),
    ...(others === 0 ? [] : [others.toString(16)]),
  ];
}
