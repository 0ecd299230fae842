import { expect, test } from "bun:test";

import { labName, parseLabName } from "../../../lib/values/name/lab-name.ts";
import { refusalOf } from "../refusals.ts";

const tooLong = (length: number) => `${length} characters, and 63 are allowed`;

test.each(["a", "1", "web", "point-to-point", "Web_1.test-2", "a..b", "a-", "_", "constructor", "x".repeat(63)])(
  "lab name %j is accepted",
  (text) => {
    expect<string>(parseLabName(text)).toBe(text);
  },
);

test.each([
  ["", "it is empty"],
  ["-x", "looks like an option"],
  ["--all", "looks like an option"],
  [".", "hidden folder"],
  ["..", "hidden folder"],
  ["../x", "hidden folder"],
  [".hidden", "hidden folder"],
  ["a/b", "no slash"],
  ["/run", "no slash"],
  ["lab:web", "the colon ends it"],
  ["my lab", "only letters"],
  ["a\n", "only letters"],
  ["a\u0000", "only letters"],
  ["\u001b[31m", "only letters"],
  ["größe", "only letters"],
  ["$(id)", "only letters"],
  ["*", "only letters"],
  ["x".repeat(64), tooLong(64)],
  ["x".repeat(300), tooLong(300)],
])("lab name %j is refused: %s", (text, reason) => {
  expect(refusalOf(labName, text).reason).toContain(reason);
});
