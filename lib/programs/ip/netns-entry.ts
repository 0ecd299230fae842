import type { IpLine } from "./line.ts";

/** An entry of `/var/run/netns`, and whether it is there afterwards */
export interface NetnsEntry {
  readonly name: string;
  readonly afterwards: "there" | "gone";
}

const AFTERWARDS: Readonly<Record<string, NetnsEntry["afterwards"]>> = {
  add: "there",
  attach: "there",
  delete: "gone",
};

/**
 * Reads which entry a line of `ip netns` makes or removes, also in another namespace: all have them in the same folder. What is behind the
 * name `ip` does not read.
 *
 * Source: ip-netns(8)
 *
 * @returns `null` of any other line
 */
export function netnsEntryOf({ object, verb, words: [name = ""] }: IpLine): NetnsEntry | null {
  const afterwards = object === "netns" ? AFTERWARDS[verb ?? ""] : undefined;
  return afterwards === undefined || name === "" ? null : { name, afterwards };
}
