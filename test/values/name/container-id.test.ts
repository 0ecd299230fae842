import { expect, test } from "bun:test";

import { containerId, newContainerId, parseContainerId, shortId } from "../../../lib/values/name/container-id.ts";
import { refusalOf } from "../refusals.ts";

// The last two are numbers to minimist
test.each(["1f1f4c1f931a", "0f".repeat(32), "012345678901", "1234567890e1"])(
  "container id %s is accepted as it is",
  (text) => {
    expect<string>(parseContainerId(text)).toBe(text);
  },
);

test.each([
  "",
  "1f1f4c1f931",
  "1f1f4c1f931ab",
  "0f".repeat(31),
  "0f".repeat(33),
  "1F1F4C1F931A",
  "1f1f4c1f931g",
  "1f1f4c1f931a\n",
  "web",
])("container id %j is refused", (text) => {
  expect(refusalOf(containerId, text).reason).toBe("it is 12 or 64 lower-case hex digits");
});

test("the short id is the first 12 digits", () => {
  const id = parseContainerId(`1f1f4c1f931a${"0".repeat(52)}`);
  expect(shortId(id)).toBe(parseContainerId("1f1f4c1f931a"));
  expect(shortId(shortId(id))).toBe(shortId(id));
});

test("no two new ids are the same, and none is a number in its first 12 digits", () => {
  // One in 281 random ids would be
  const ids = Array.from({ length: 10_000 }, newContainerId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^[\da-f]{64}$/);
    expect(shortId(id)).toMatch(/[a-f]/);
  }
});
