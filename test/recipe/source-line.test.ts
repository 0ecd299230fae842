import { expect, test } from "bun:test";

import { lineIn } from "../../lib/recipe/source-line.ts";

function errorWith(...frames: readonly string[]): Error {
  const error = new Error("no such luck");
  error.stack = ["Error: no such luck", ...frames.map((frame) => `      at ${frame}`)].join("\n");
  return error;
}

test.each([
  [["run (/home/me/link.ts:12:30)"], 12],
  [["/home/me/link.ts:3:1"], 3],
  [["async <anonymous> (/home/me/link.ts:7:9)", "run (/home/me/link.ts:12:30)"], 7],
  [["words (/lib/shell/template/words.ts:9:1)", "run (/home/me/link.ts:12:30)"], 12],
  [["run (/home/me/other-link.ts:12:30)"], null],
  [["run (/home/me/link.ts.bak:12:30)"], null],
  [[], null],
])("%j", (frames, line) => {
  expect(lineIn(errorWith(...frames), "/home/me/link.ts")).toBe(line);
});

test("of a folder with blanks and parentheses", () => {
  expect(lineIn(errorWith("run (/home/me/my (own) link.ts:4:2)"), "/home/me/my (own) link.ts")).toBe(4);
});

test("this very line", () => {
  expect(lineIn(new Error("here"), import.meta.path)).toBe(28);
});

test("what is no error has none", () => {
  expect(lineIn("a word", "/home/me/link.ts")).toBeNull();
});
