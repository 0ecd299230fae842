/** What an undo has made again is not known by the inode that it had before. */
import { expect, test } from "bun:test";

import { MadeAgain } from "../../lib/labs/made-again.ts";
import type { Identity } from "../../lib/resources/identity.ts";
import type { InverseStep } from "../../lib/shell/invert/inversion.ts";

function taking(takes: Identity): InverseStep {
  return { kind: "command", argv: ["true"], takes, when: "in turn" };
}

function restored(path: string, content: string | null): InverseStep {
  const takes = { kind: "file", path, was: null, made: null } as const;
  return { kind: "file", path, content, owner: null, takes, when: "in turn" };
}

const folder = (path: string, change: "made" | "removed") => taking({ kind: "folder", path, inode: 7, change });
const moved = (from: string, to: string) => taking({ kind: "moved", from, to, inode: 7 });

/** The inode by which a step knows its thing, after these were taken */
function inodeAfter(step: InverseStep, ...taken: readonly InverseStep[]): unknown {
  const again = new MadeAgain();
  for (const one of taken) again.note(one);
  const known = again.known(step);
  expect({ ...known, takes: null }).toEqual({ ...step, takes: null });
  return known.kind === "command" && "inode" in known.takes ? known.takes.inode : "none";
}

test.each<readonly [string, InverseStep, readonly InverseStep[], unknown]>([
  ["a folder that nobody made again", folder("/a", "made"), [], 7],
  ["a folder that was made again", folder("/a", "made"), [folder("/a", "removed")], null],
  ["a folder that was taken away", folder("/a", "made"), [folder("/a", "made")], 7],
  ["another folder", folder("/b", "made"), [folder("/a", "removed")], 7],
  ["what was moved there, and was made again", moved("/a", "/b"), [restored("/b", "")], null],
  ["what was moved from there", moved("/b", "/a"), [restored("/b", "")], 7],
  ["where a file was removed", moved("/a", "/b"), [restored("/b", null)], 7],
  ["what was made again, and moved back", moved("/a", "/b"), [restored("/c", ""), moved("/b", "/c")], null],
  ["what was in a folder that was moved back", moved("/x", "/b/f"), [restored("/c/f", ""), moved("/b", "/c")], null],
  ["what was in one that begins alike", moved("/x", "/b2/f"), [restored("/c2/f", ""), moved("/b", "/c")], 7],
  ["a thing of another kind", taking({ kind: "netns", path: "/a", inode: 7 }), [folder("/a", "removed")], 7],
])("%s", (_, step, taken, inode) => {
  expect(inodeAfter(step, ...taken)).toBe(inode as null);
});

test("a step of a file, or of rules, stays as it is", () => {
  expect(inodeAfter(restored("/a", ""), restored("/a", ""))).toBe("none");
  const rules = { kind: "rules", table: "nat", names: [], before: [], when: "last" } as const;
  expect(inodeAfter(rules, rules)).toBe("none");
});
