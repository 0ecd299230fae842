/** Names that become words of command lines, or files: what is one, and what a program would misread. */
import { describe, expect, test } from "bun:test";

import { parseAssignedName } from "../../lib/values/name/assigned-name.ts";
import { BadValue } from "../../lib/values/bad-value.ts";
import { parseSwitch, SWITCHES } from "../../lib/values/environment-switch.ts";
import { parseContainerReference } from "../../lib/values/name/container-reference.ts";
import { parseNetnsName } from "../../lib/values/name/netns-name.ts";
import { parseRecipeName } from "../../lib/values/name/recipe-name.ts";

describe.each<[what: string, parse: (text: string) => string, accepted: readonly string[], refused: readonly string[]]>(
  [
    [
      "a recipe's name",
      parseRecipeName,
      ["a", "my-link", "My_link-2", "a-", "-".padStart(63, "a")],
      ["", ".ts", "-a", "a/b", "../a", "a b", "a.b", "größe", "a\n", "a".repeat(64)],
    ],
    [
      "the name of a network namespace",
      parseNetnsName,
      ["a", "c1", "1c", "...", ".a", "a..", "a-b", "a:b", "!~", "a".repeat(255)],
      ["", ".", "..", "a/b", "/", "-a", "7", "2778", "a b", "a\n", "\x7F", "ä", "a".repeat(256)],
    ],
    [
      "what stands for a container",
      parseContainerReference,
      ["a", "web", "1f1f4c1f931a", "a-", "_a", ".a", "A.b_c-9", "Zz", "0"],
      ["", "-a", "--help", "a/b", "a b", "a:b", "ä", "web\n"],
    ],
    [
      "a name of Docker's own making",
      parseAssignedName,
      ["stupefied_pare", "a_b", "silly_bohr7", "silly_bohr12"],
      ["", "web", "_b", "a_", "Silly_bohr", "silly_Bohr", "a_b_c", "silly-bohr", "a_7", "a_b7c", " a_b", "a_b\n"],
    ],
  ],
)("%s", (_, parse, accepted, refused) => {
  test.each(accepted)("%j is one", (text) => {
    expect(parse(text)).toBe(text);
  });

  test.each(refused)("%j is none", (text) => {
    expect(() => parse(text)).toThrow(BadValue);
  });
});

test.each([
  ["my-link.ts", "my-link"],
  ["ts", "ts"],
  ["myts", "myts"],
])("a recipe's name may be that of its file: %s", (text, name) => {
  expect<string>(parseRecipeName(text)).toBe(name);
});

test("of a file's name one ending is left out", () => {
  expect(() => parseRecipeName("a.ts.ts")).toThrow(BadValue);
  expect(() => parseRecipeName("a.tsx")).toThrow(BadValue);
});

describe.each(SWITCHES)("%s", (name) => {
  test.each([
    [undefined, true],
    ["", true],
    ["on", true],
    ["off", false],
  ])("%p: is it on? %p", (text, isOn) => {
    expect(parseSwitch(name, text)).toBe(isOn);
  });

  test.each(["On", "no", "0", "offf", " off"])("%p is neither on nor off", (text) => {
    expect(() => parseSwitch(name, text)).toThrow(BadValue);
  });
});
