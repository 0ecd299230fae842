/**
 * Reasons that several types refuse a text for, each worded once.
 */

/** Of numbers */
export const DIGITS_ONLY = "it is written in decimal digits only";
export const OCTAL_NUMBER = "a leading zero makes a number octal to some programs";

/** Of addresses */
export const IPV6 = "it looks like IPv6, and recipes wire IPv4";
export const fourParts = (count: number) => `it has four parts, and this has ${count}`;
export const largePart = (part: string) => `a part is 255 at most, and this has "${part}"`;

/** Of addresses that no host has */
export const THIS_NETWORK = '0.0.0.0/8 means "this network", not a host in it';
export const LOOPBACK = "127.0.0.0/8 is loopback and never leaves its own host";
export const MULTICAST = "224.0.0.0/4 is multicast, for groups of hosts";

/** Of prefixes */
export const NO_PREFIX = "it has no prefix: add one such as /24";
export const LARGE_PREFIX = "a prefix is 32 at most";
