/**
 * What `ip` calls the flags of routes, in its own order.
 * Source: print_rt_flags() and print_cache_flags() of iproute2's ip/iproute.c
 *
 * @module
 */
import { NotOurs } from "../words.ts";

type Words = readonly (readonly [flag: number, word: string])[];

/** RTNH_F_* and RTM_F_*, include/uapi/linux/rtnetlink.h */
const WORDS: Words = [
  [0x1, "dead"],
  [0x4, "onlink"],
  [0x2, "pervasive"],
  [0x8, "offload"],
  [0x40, "trap"],
  [0x100, "notify"],
  [0x10, "linkdown"],
  [0x20, "unresolved"],
  [0x4000, "rt_offload"],
  [0x8000, "rt_trap"],
  [0x2000_0000, "rt_offload_failed"],
];

/** RTCF_*, include/uapi/linux/in_route.h: of a way that was found, not of a route */
const CACHE_WORDS: Words = [
  [0x8000_0000, "local"],
  [0x4000_0000, "reject"],
  [0x2000_0000, "mc"],
  [0x1000_0000, "brd"],
  [0x800_0000, "dst-nat"],
  [0x80_0000, "src-nat"],
  [0x40_0000, "masq"],
  [0x2_0000, "dst-direct"],
  [0x400_0000, "src-direct"],
  [0x4_0000, "redirected"],
  [0x100_0000, "redirect"],
  [0x20_0000, "fastroute"],
  [0x1_0000, "notify"],
  [0x8_0000, "proxy"],
];

const CACHED = CACHE_WORDS.reduce((sum, [flag]) => sum | flag, 0);

/** The words for the flags of a route, or of one of its ways */
export function routeFlags(flags: number): string[] {
  return wordsFor(flags, WORDS);
}

/**
 * The words for the flags of a way that was found.
 *
 * @throws {NotOurs} when there is one that has none
 */
export function cacheFlags(flags: number): string[] {
  if ((flags & ~0xffff & ~CACHED) !== 0) throw new NotOurs();
  return wordsFor(flags, CACHE_WORDS);
}

function wordsFor(flags: number, words: Words): string[] {
  return words.filter(([flag]) => (flags & flag) !== 0).map(([, word]) => word);
}
