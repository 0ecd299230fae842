import { FAMILY } from "../../../netlink/addresses/address-message.ts";

/** IFA_F_*, include/uapi/linux/if_addr.h */
export const IFA_F = {
  secondary: 0x1,
  noDuplicateDetection: 0x2,
  optimistic: 0x4,
  duplicateFound: 0x8,
  home: 0x10,
  deprecated: 0x20,
  tentative: 0x40,
  permanent: 0x80,
  manageTemporary: 0x100,
  noPrefixRoute: 0x200,
  autoJoin: 0x400,
  stablePrivacy: 0x800,
} as const;

/** The words of `ip` for flags, in its own order: ifa_flag_data of ip/ipaddress.c. `dynamic` is a flag's absence */
const WORDS: readonly (readonly [flag: number, word: string])[] = [
  [IFA_F.secondary, "secondary"],
  [IFA_F.noDuplicateDetection, "nodad"],
  [IFA_F.optimistic, "optimistic"],
  [IFA_F.duplicateFound, "dadfailed"],
  [IFA_F.home, "home"],
  [IFA_F.deprecated, "deprecated"],
  [IFA_F.tentative, "tentative"],
  [IFA_F.permanent, "dynamic"],
  [IFA_F.manageTemporary, "mngtmpaddr"],
  [IFA_F.noPrefixRoute, "noprefixroute"],
  [IFA_F.autoJoin, "autojoin"],
  [IFA_F.stablePrivacy, "stable-privacy"],
];

const NAMED = WORDS.reduce((sum, [flag]) => sum | flag, 0);

/** The words for an address' flags; a second IPv6 address that privacy made is another thing than a second IPv4 one */
export function flagWords(family: number, flags: number): string[] {
  return WORDS.filter(([flag]) => ((flags & flag) !== 0) !== (flag === IFA_F.permanent)).map(([flag, word]) =>
    flag === IFA_F.secondary && family === FAMILY.inet6 ? "temporary" : word,
  );
}

/** The flags that have no word, together, in two hexadecimal digits or more; `undefined` when there are none */
export function otherFlags(flags: number): string | undefined {
  const others = (flags & ~NAMED) >>> 0;
  return others === 0 ? undefined : others.toString(16).padStart(2, "0");
}
