/**
 * What is mounted once more.
 */
import { expect, test } from "bun:test";

import { type Host, planFor, taken, wayBack } from "./host-with.ts";

function mounted(...ids: readonly number[]): Host {
  return { files: { "/proc/self/mountinfo": ids.map((id) => `${id} 1 0:25 / /m rw - tmpfs tmpfs rw\n`).join("") } };
}

test.each<[Host, Host, readonly (number | null)[]]>([
  [mounted(), mounted(5), [5]],
  [mounted(4), mounted(4, 5), [5]],
  [mounted(4), mounted(4), []],
])("a mount, with %j, then %j", async (before, after, made) => {
  const way = await wayBack("mount -t tmpfs none /m/", before, after);
  const ids = Object.values(before.files ?? {})
    .join("")
    .includes("4 1")
    ? [4]
    : [];
  const known = (id: number | null) => ({ kind: "mount", path: "/m", id, before: ids });
  expect<unknown>([way.planned, way.done]).toEqual([["umount /m"], made.map(() => "umount /m")]);
  expect([taken(way.steps), taken(way.completed)]).toEqual([[known(null)], made.map(known)]);
});

test.each([
  ..."-t x,--types x,-o ro,--options ro,-r,--read-only,-w,--rw,--read-write,-B,--bind,-R,--rbind,-n,--no-mtab,-v,--verbose,-o nosharedx"
    .split(",")
    .map((options) => [`mount ${options} a /m`, "undoable"]),
  ..."shared private slave unbindable rshared rprivate rslave runbindable remount ro,remount remount,ro"
    .split(" ")
    .map((option) => [`mount -o ${option} a /m`, "unknown"]),
  ["mount -l", "none"],
  ["mount", "none"],
  ["mount /m", "unknown"],
  ["mount --move a /m", "unknown"],
])("`%s` is %s", (line, kind) => {
  expect(planFor(line).kind).toBe(kind as "none");
});

test("`mount a /m/` is told as it is typed", () => {
  expect(planFor("mount a /m/")).toMatchObject({ changes: "mounts a on /m/" });
});
