/**
 * How effects are undone, whichever program has them.
 */
import { expect, test } from "bun:test";

import type { Effect } from "../../../lib/programs/effect.ts";
import { ON_HOST } from "../../../lib/resources/entering.ts";
import { planOfEffects } from "../../../lib/shell/invert/plan-effects.ts";
import type { Typed } from "../../../lib/shell/invert/typed.ts";

const TYPED: Typed = { argv: ["any"], program: "any", args: [], enter: ON_HOST, files: "host" };
const IN_CONTAINER: Typed = { ...TYPED, files: "other" };

const FOLDER: Effect = { kind: "folder", path: "/a", levels: "all" };
const SETTING: Effect = { kind: "setting", path: "/proc/sys/a/b", value: "1" };
const MOUNT: Effect = { kind: "mount", source: "/a", path: "/b" };
const SEVERAL = { kind: "unknown", reason: "it does several things: write a line for each" } as const;

test("of none, nothing is to be undone", () => {
  expect(planOfEffects([], TYPED)).toEqual({ kind: "none" });
});

test("of one kind there may be several, where each can be told from the others", () => {
  const folders = planOfEffects([FOLDER, { ...FOLDER, path: "/c" }], TYPED);
  expect(folders).toMatchObject({ kind: "undoable", changes: expect.stringContaining("/a and /c") });
  expect(planOfEffects([MOUNT, MOUNT], TYPED)).toEqual(SEVERAL);
});

test("of several kinds a line is written for each", () => {
  expect(planOfEffects([FOLDER, SETTING], TYPED)).toEqual(SEVERAL);
});

test("in a container only what is of its network can be undone", () => {
  expect(planOfEffects([SETTING], IN_CONTAINER)).toMatchObject({ kind: "undoable" });
  expect(planOfEffects([FOLDER], IN_CONTAINER)).toEqual({
    kind: "unknown",
    reason: expect.stringContaining("container"),
  });
});
