/**
 * A file that is written has its content, owner and permissions back.
 */
import { expect, test } from "bun:test";

import { CannotUndo } from "../../../../lib/shell/invert/cannot-undo.ts";
import { planOfGrowing, planOfRedirection } from "../../../../lib/shell/invert/invert.ts";
import type { Redirection } from "../../../../lib/shell/template/session-line.ts";
import { type Host, taken, wayBack, wayBackBy } from "../host-with.ts";

const OLD = "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4";
const NEW = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437";

const [WAS, MADE] = [{ files: { "/f": "old" } }, { files: { "/f": "new" } }];

const TO: Redirection = { operator: ">", file: "/f" };

/** The step that writes it */
function back(was: string | null, made: string | null) {
  const owner = was === null ? null : { uid: 7, gid: 8, mode: 0o640 };
  const content = was === null ? null : Buffer.from("old").toString("base64");
  return { kind: "file", path: "/f", content, owner, takes: { kind: "file", path: "/f", was, made }, when: "in turn" };
}

test.each<[Host, Host, readonly unknown[], readonly unknown[]]>([
  [WAS, MADE, [back(OLD, "not yet known")], [back(OLD, NEW)]],
  [{}, MADE, [back(null, "not yet known")], [back(null, NEW)]],
  [WAS, {}, [back(OLD, "not yet known")], [back(OLD, null)]],
  [WAS, WAS, [back(OLD, "not yet known")], []],
  [{}, {}, [back(null, "not yet known")], []],
])("with %j, then %j", async (before, after, planned, done) => {
  const way = await wayBackBy(planOfRedirection(TO), before, after);
  expect<unknown>([way.argv, way.steps, way.completed]).toEqual([["true"], planned, done]);
});

test.each<[Host, Host, unknown]>([
  [WAS, MADE, back(OLD, "not yet known")],
  [WAS, WAS, back(OLD, "not yet known")],
  [{}, {}, back(null, "not yet known")],
])("of one that grows nobody knows what will be in it: %j, then %j", async (before, after, step) => {
  const way = await wayBackBy(planOfGrowing(TO), before, after);
  expect<unknown>([way.steps, way.completed]).toEqual([[step], [step]]);
});

test("a link is followed as it was before", async () => {
  const before = { links: { "/l": "f" }, ...WAS };
  const way = await wayBackBy(planOfRedirection({ operator: ">>", file: "/l" }), before, {
    links: { "/l": "g" },
    ...MADE,
  });
  expect<unknown>(way.completed).toEqual([back(OLD, NEW)]);
});

test("rm writes it again likewise", async () => {
  const { steps, completed } = await wayBack("rm /f", { ...WAS, inodes: { "/f": 3 } }, {});
  expect<unknown>([steps, completed]).toEqual([[back(OLD, "not yet known")], [back(OLD, null)]]);
});

test.each<Host>([{ inodes: { "/f": 3 } }, { files: { "/f": "x".repeat(1024 * 1024 + 1) } }])(
  "what can't be kept is not written over",
  async (host) => {
    await expect(wayBackBy(planOfRedirection(TO), host)).rejects.toThrow(CannotUndo);
  },
);

test("the largest that is kept is", async () => {
  const { done } = await wayBackBy(planOfRedirection(TO), { files: { "/f": "x".repeat(1024 * 1024) } }, {});
  expect(done).toEqual(["restore /f"]);
});

test.each<[Redirection, string]>([
  [TO, "writes /f"],
  [{ operator: ">>", file: "f" }, "adds a line to f"],
  [{ operator: ">", file: "/sys/a/b" }, "sets /sys/a/b"],
  [{ operator: ">>", file: "/proc/../proc/sys/a" }, "sets /proc/sys/a"],
  [{ operator: ">", file: "/sysx/a" }, "writes /sysx/a"],
  [{ operator: ">", file: "/proc/self/x" }, "writes /proc/self/x"],
])("%j %s", (written, changes) => {
  expect(planOfRedirection(written)).toMatchObject({ kind: "undoable", changes });
});

test.each(["/dev/null", "/dev/stdout", "/dev/stderr", "/dev/tty", "/dev/full"])("%s keeps nothing", (file) => {
  expect([planOfRedirection({ operator: ">", file }), planOfGrowing({ operator: ">>", file })]).toEqual([
    { kind: "none" },
    { kind: "none" },
  ]);
});

test("taken by what was removed", async () => {
  const { completed } = await wayBack("touch /f", {}, { ...MADE, inodes: { "/f": 3 } });
  expect(taken(completed)).toEqual([{ kind: "file", path: "/f", was: null, made: NEW }]);
});
