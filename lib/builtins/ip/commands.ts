import type { Deed } from "./deed.ts";

/**
 * Reads the words behind an object and its command, such as those behind `ip link add`.
 *
 * @param netns the entries of `/var/run/netns` that lead to the network which the line is about, from that of this process on
 * @throws {NotOurs} at a word that only the real `ip` knows what to make of, or to complain of
 */
export type Reading = (words: readonly string[], netns: readonly string[]) => Deed;

/** The commands of an object in the order in which `ip` looks for what a beginning stands for; `null` is not ours */
export type Commands = Readonly<Record<string, Reading | null>>;
