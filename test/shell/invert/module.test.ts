/**
 * Modules of the kernel, which may not be taken away again.
 */
import { expect, test } from "bun:test";

import { CannotUndo } from "../../../lib/shell/invert/cannot-undo.ts";
import { planFor, wayBack } from "./host-with.ts";

test.each([
  ..."-r m,-vr m,--remove m".split(",").map((words) => [`modprobe ${words}`, "unknown"]),
  ..."-n m,--dry-run m,--show-depends m,-D m,-c,--showconfig".split(",").map((words) => [`modprobe ${words}`, "none"]),
  ["modprobe -v m", "undoable"],
])("`%s` is %s", (line, kind) => {
  expect(planFor(line).kind).toBe(kind as "none");
});

test("several are named", () => {
  expect(planFor("modprobe -v a b")).toMatchObject({ changes: expect.stringContaining(" a and b") });
});

test("a module is loaded only where it is there already", async () => {
  const host = { inodes: { "/sys/module/a_b_c": 1 } };
  expect(await wayBack("modprobe a-b-c", host)).toMatchObject({ planned: [], done: [] });
  const error: unknown = await wayBack("modprobe a-b-c d", host).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CannotUndo);
  expect(error).toMatchObject({ command: "modprobe a-b-c d", cause: expect.stringContaining(" d ") });
});
