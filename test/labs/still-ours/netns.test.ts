/** Entries of /var/run/netns are ours as long as they name the network that they named. */
import { expect, test } from "bun:test";

import { netns, netnsEntry } from "../../../lib/labs/still-ours/netns.ts";
import type { Look } from "../../../lib/resources/look.ts";

const PATH = "/var/run/netns/2778";

/** A machine with one entry at most, and one process in a network */
function looking(entry: number | null, network: number | null): Look {
  return {
    text: async () => null,
    file: () => null,
    link: () => null,
    network: (path) => (path === "/proc/2778/ns/net" ? network : null),
    see: () => null,
    inode: (path) => (path === PATH ? entry : null),
  };
}

test.each([
  ["names the same network", 7, 7, "ours"],
  ["names another network", 7, 8, "another's"],
  ["is not there", 7, null, "gone"],
  ["is there, and what it named is not known", null, 7, "ours"],
  ["is not there, and what it named is not known", null, null, "gone"],
] as const)("an entry that %s", (_, inode, now, standing) => {
  expect(netns({ kind: "netns", path: PATH, inode }, looking(now, null))).toBe(standing);
});

test.each([
  ["the process is in the same network", null, 7, "ours"],
  ["the process is in another network", null, 8, "gone"],
  ["the process has ended", null, null, "gone"],
  ["the entry is there again", 7, 7, "gone"],
] as const)("an entry that was removed, when %s", async (_, entry, network, standing) => {
  const removed = { kind: "netns entry", path: PATH, inode: 7, pid: "2778" } as const;
  expect(await netnsEntry(removed, looking(entry, network))).toBe(standing);
});
