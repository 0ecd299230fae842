/** Files, folders, symbolic links, mounts and settings, as they are found when they are to be undone. */
import { describe, expect, test } from "bun:test";

import { file, folder, mount, moved, setting, symbolicLink } from "../../../lib/labs/still-ours/files.ts";
import type { Standing } from "../../../lib/labs/still-ours/standing.ts";
import { enteringNamed } from "../../../lib/resources/entering.ts";
import { digestOf } from "../../../lib/shell/invert/files/digest.ts";
import { lookingAt, type There } from "./looking.ts";

const PARENT = { "/a": 1 };

describe("a symbolic link", () => {
  const link = { kind: "symbolic link", path: "/a/b" } as const;
  test.each<readonly [string, string | null, string | null, There, Standing]>([
    ["that leads where we made it lead", "/old", "/new", { links: { "/a/b": "/new" } }, "ours"],
    ["that leads where it led", "/old", "/new", { links: { "/a/b": "/old" } }, "gone"],
    ["that leads elsewhere", "/old", "/new", { links: { "/a/b": "/other" } }, "another's"],
    ["that we made, and is there", null, "/new", { links: { "/a/b": "/new" } }, "ours"],
    ["that we made, and is not there", null, "/new", { inodes: PARENT }, "gone"],
    ["that we made, and leads elsewhere", null, "/new", { links: { "/a/b": "/other" } }, "another's"],
    ["that we removed, where nothing is", "/old", null, { inodes: PARENT }, "ours"],
    ["that we removed, where a file is", "/old", null, { inodes: { ...PARENT, "/a/b": 2 } }, "gone"],
    ["that we removed, with no folder to be in", "/old", null, {}, "gone"],
    ["that we removed, where another link is", "/old", null, { links: { "/a/b": "/other" } }, "another's"],
  ])("%s", (_, was, made, there, standing) => {
    expect(symbolicLink({ ...link, was, made }, lookingAt(there))).toBe(standing);
  });
});

describe("a folder", () => {
  const EMPTY = { "find /a/b/ -mindepth 1 -maxdepth 1 -print -quit": "" };
  const FULL = { "find /a/b/ -mindepth 1 -maxdepth 1 -print -quit": "/a/b/theirs" };
  const IS_7 = { ...PARENT, "/a/b": 7 };
  test.each<readonly [string, "made" | "removed", number | null, There, Standing]>([
    ["that is empty", "made", 7, { inodes: IS_7, texts: EMPTY }, "ours"],
    ["that is empty, and not known", "made", null, { inodes: IS_7, texts: EMPTY }, "ours"],
    ["in which something is", "made", 7, { inodes: IS_7, texts: FULL }, "another's"],
    ["into which nobody can look", "made", 7, { inodes: IS_7 }, "another's"],
    ["of the same name", "made", 8, { inodes: IS_7, texts: EMPTY }, "another's"],
    ["that is not there", "made", 7, { inodes: PARENT, texts: EMPTY }, "gone"],
    ["that is not there, and not known", "made", null, { inodes: PARENT, texts: EMPTY }, "gone"],
    ["that was removed, where nothing is", "removed", 7, { inodes: PARENT }, "ours"],
    ["that was removed, and is there again", "removed", 7, { inodes: IS_7, texts: EMPTY }, "gone"],
    ["that was removed with the one that it was in", "removed", 7, {}, "gone"],
  ])("%s", async (_, change, inode, there, standing) => {
    expect(await folder({ kind: "folder", path: "/a/b", inode, change }, lookingAt(there))).toBe(standing);
  });
});

describe("a file", () => {
  const of = (content: string | null) => digestOf(content === null ? null : { content: Buffer.from(content) });
  test.each<readonly [string, string | null, string | null, string | null, Standing]>([
    ["as we wrote it", "old", "new", "new", "ours"],
    ["as it was", "old", "new", "old", "gone"],
    ["that somebody has written to", "old", "new", "other", "another's"],
    ["that somebody has removed", "old", "new", null, "another's"],
    ["that was not there, as we wrote it", null, "new", "new", "ours"],
    ["that was not there, and is not", null, "new", null, "gone"],
    ["that we removed, and is not there", "old", null, null, "ours"],
    ["that we removed, and somebody has written", "old", null, "other", "another's"],
  ])("%s", (_, was, made, now, standing) => {
    const look = lookingAt(now === null ? {} : { files: { "/a/b": now } });
    expect(file({ kind: "file", path: "/a/b", was: of(was), made: of(made) }, look)).toBe(standing);
  });

  test("of which nobody knows what was to be in it is ours, unless it is as it was", () => {
    const unknown = { kind: "file", path: "/a/b", was: of("old"), made: "not yet known" } as const;
    expect(file(unknown, lookingAt({ files: { "/a/b": "anything" } }))).toBe("ours");
    expect(file(unknown, lookingAt({ files: { "/a/b": "old" } }))).toBe("gone");
  });
});

test.each<readonly [string, string | null, There, Standing]>([
  ["as we set it", "1", { texts: { "ip netns exec n cat /s": "1" } }, "ours"],
  ["as it was", "1", { texts: { "ip netns exec n cat /s": "0" } }, "gone"],
  ["as somebody has set it", "1", { texts: { "ip netns exec n cat /s": "2" } }, "another's"],
  ["of which it is not known what we set", null, { texts: { "ip netns exec n cat /s": "2" } }, "ours"],
  ["that is not there", "1", {}, "gone"],
  [
    "of a network that is another",
    "1",
    { texts: { "ip netns exec n cat /s": "1" }, networks: { "/var/run/netns/n": 8 } },
    "gone",
  ],
])("a setting %s", async (_, made, there, standing) => {
  const network = { enter: enteringNamed("n"), inode: "7" };
  const look = lookingAt({ networks: { "/var/run/netns/n": 7 }, ...there });
  expect(await setting({ kind: "setting", network, path: "/s", was: "0", made }, look)).toBe(standing);
});

test.each<readonly [string, number | null, readonly number[], readonly number[], Standing]>([
  ["that is topmost", 8, [7], [7, 8], "ours"],
  ["that is covered", 8, [7], [7, 8, 9], "another's"],
  ["that is gone", 8, [7], [7], "gone"],
  ["that is gone, and another is there", 8, [7], [7, 9], "gone"],
  ["that is not known, and new", null, [7], [7, 8], "ours"],
  ["that is not known, and covered", null, [7], [7, 8, 9], "another's"],
  ["that is not known, where nothing new is", null, [7], [7], "gone"],
  ["where nothing was before", null, [], [8], "ours"],
])("a mount %s", async (_, id, before, now, standing) => {
  const lines = now.map((one) => `${one} 1 0:5 / /a/b rw - tmpfs none rw\n`).join("");
  const look = lookingAt({ files: { "/proc/self/mountinfo": lines } });
  expect(await mount({ kind: "mount", path: "/a/b", id, before }, look)).toBe(standing);
});

test.each<readonly [string, number | null, Readonly<Record<string, number>>, Standing]>([
  ["is where we moved it", 7, { "/from": 1, "/to/b": 7 }, "ours"],
  ["is there, and not known", null, { "/from": 1, "/to/b": 7 }, "ours"],
  ["is nowhere", 7, { "/from": 1 }, "gone"],
  ["is nowhere, and not known", null, { "/from": 1 }, "gone"],
  ["is back already", 7, { "/from": 1, "/from/b": 7 }, "gone"],
  ["is back already, and another has its place", 7, { "/from": 1, "/from/b": 7, "/to/b": 8 }, "gone"],
  ["is another one", 7, { "/from": 1, "/to/b": 8 }, "another's"],
  ["has no way back, as another is there", 7, { "/from": 1, "/from/b": 8, "/to/b": 7 }, "another's"],
  ["is not known, and another is where it was", null, { "/from": 1, "/from/b": 8, "/to/b": 7 }, "another's"],
  ["has no folder to be moved back to", 7, { "/to/b": 7 }, "another's"],
])("a thing that was moved, and %s", (_, inode, inodes, standing) => {
  expect(moved({ kind: "moved", from: "/from/b", to: "/to/b", inode }, lookingAt({ inodes }))).toBe(standing);
});
