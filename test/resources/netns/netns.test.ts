/**
 * Names of networks: made, attached and deleted.
 */
import { expect, test } from "bun:test";

import { CannotUndo } from "../../../lib/shell/invert/cannot-undo.ts";
import { type Host, planFor, taken, together, wayBack } from "../../shell/invert/host-with.ts";

const [FOLDER, PATH] = ["/var/run/netns", "/var/run/netns/M"];

/** Mounted so often */
function mounted(...ids: readonly number[]): Host {
  const lines = ids.map((id) => `${id} 1 0:25 /netns /run/netns rw shared:5 - tmpfs tmpfs rw`);
  return { inodes: { [FOLDER]: 2 }, files: { "/proc/self/mountinfo": lines.join("\n") } };
}

const MADE = together(mounted(33), { inodes: { [PATH]: 9 } });
const [DELETE, UMOUNT, RMDIR] = ["ip netns delete M", "umount /run/netns", "rmdir /var/run/netns"];

test.each<[Host, Host, readonly string[], readonly string[]]>([
  [{}, MADE, [DELETE, UMOUNT, RMDIR], [DELETE, UMOUNT, RMDIR]],
  [{}, {}, [DELETE, UMOUNT, RMDIR], []],
  [{}, mounted(), [DELETE, UMOUNT, RMDIR], [RMDIR]],
  [mounted(), MADE, [DELETE, UMOUNT], [DELETE, UMOUNT]],
  [mounted(33), MADE, [DELETE], [DELETE]],
  [mounted(33), mounted(33), [DELETE], []],
  // A folder that is a mount already is mounted once more by somebody else
  [mounted(33), together(MADE, mounted(33, 34)), [DELETE], [DELETE]],
  [MADE, MADE, [], []],
])("one that is made, with %j, then %j", async (before, after, planned, done) => {
  for (const line of ["ip netns add M", "ip netns attach M 7"]) {
    const way = await wayBack(line, before, after);
    expect<unknown>([way.planned, way.done]).toEqual([planned, done]);
  }
});

test("what is made is known by its numbers", async () => {
  const { steps, completed } = await wayBack("ip netns add M", {}, MADE);
  const known = (inode: number | null, id: number | null, folder: number | null) => [
    { kind: "netns", path: PATH, inode },
    { kind: "mount", path: "/run/netns", id, before: [] },
    { kind: "folder", path: FOLDER, inode: folder, change: "made" },
  ];
  expect([taken(steps), taken(completed)]).toEqual([known(null, null, null), known(9, 33, 2)]);
});

const LINK: Host = { links: { [PATH]: "/proc/7/ns/net" }, inodes: { [PATH]: 9 } };
const HELD: Host = { inodes: { [PATH]: 9 }, prints: { "ip netns pids M": "41\n42\n" } };

test.each<[string, Host, Host, readonly string[], readonly string[], unknown]>([
  [
    "a link",
    LINK,
    {},
    [`ln -s /proc/7/ns/net ${PATH}`],
    [`ln -s /proc/7/ns/net ${PATH}`],
    { kind: "symbolic link", path: PATH, was: "/proc/7/ns/net", made: null },
  ],
  [
    "one that a process is in",
    HELD,
    {},
    ["ip netns attach M 41"],
    ["ip netns attach M 41"],
    { kind: "netns entry", path: PATH, inode: 9, pid: "41" },
  ],
  ["one that stays", HELD, HELD, ["ip netns attach M 41"], [], null],
  ["none", {}, {}, [], [], null],
])("%s is deleted", async (_what, before, after, planned, done, known) => {
  const way = await wayBack("ip netns delete M", before, after);
  expect<unknown>([way.planned, way.done]).toEqual([planned, done]);
  expect(taken(way.completed)).toEqual(known === null ? [] : [known]);
});

test.each<Host>([{ inodes: { [PATH]: 9 } }, { inodes: { [PATH]: 9 }, prints: { "ip netns pids M": "" } }])(
  "one that ends with its name is not deleted",
  async (host) => {
    await expect(wayBack("ip netns delete M", host)).rejects.toThrow(CannotUndo);
  },
);

test.each([
  ["add", "makes the network namespace M"],
  ["attach", "makes the network namespace M"],
  ["delete", "deletes the network namespace M"],
])("ip netns %s M %s", (verb, changes) => {
  expect(planFor(`ip netns ${verb} M`)).toMatchObject({ changes });
});
