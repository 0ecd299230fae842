import { expect, test } from "bun:test";

import { NOTHING } from "../../lib/shell/outcome.ts";
import { Output } from "../../lib/shell/output.ts";

function printing(stdout: string): Output {
  return new Output({ ...NOTHING, stdout });
}

test.each([
  ["a\n", "a"],
  ["a\n\n\n", "a"],
  ["\na\n", "\na"],
  ["a", "a"],
  [" a \n", " a "],
  ["a\r\n", "a\r"],
  ["", ""],
])("the text of %j is %j, as $(…) gives it", (stdout, text) => {
  expect(printing(stdout).text()).toBe(text);
});

test.each([
  ["a\nb\n", ["a", "b"]],
  ["a\n\nb\n", ["a", "", "b"]],
  ["a", ["a"]],
  ["", []],
  ["\n", []],
])("the lines of %j are %j", (stdout, lines) => {
  expect(printing(stdout).lines()).toEqual(lines);
});

test("JSON is read, and anything else is an error", () => {
  expect(printing('[{"ifname":"lo"}]\n').json<{ ifname: string }[]>()).toEqual([{ ifname: "lo" }]);
  expect(() => printing("no").json()).toThrow(SyntaxError);
});

test("its exit status is the command's", () => {
  expect(new Output({ ...NOTHING, exitCode: 0 }).exitCode).toBe(0);
});
