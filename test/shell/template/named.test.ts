import { describe, expect, test } from "bun:test";
import { Handle } from "../../../lib/shell/template/handle.ts";
import { Named } from "../../../lib/shell/template/named.ts";
import { pattern } from "../../support/naming.ts";

const parts = {
  name: "pid1",
  value: 3104,
  sample: "2989",
  word: "3104",
} as const;

test("a named value is a handle that keeps its parts", () => {
  const pid = new Named({ ...parts, spelled: "value" });
  expect(pid).toBeInstanceOf(Handle);
  expect(pid).toMatchObject({
    name: "pid1",
    value: 3104,
    sample: "2989",
    spelled: "value",
  });
  expect(pid.word()).toBe("3104");
});

test("its type is its value's", () => {
  const value: number = new Named({ ...parts, spelled: "value" }).value;
  expect(value).toBe(3104);
});

test.each([
  ["value", null],
  ["name", "pid1"],
] as const)("spelled by %s, the announced text has the variable %p", (spelled, spelling) => {
  expect(new Named({ ...parts, spelled }).spelling()).toBe(spelling);
});

describe("a name is one that a shell variable can have", () => {
  test.each(["a", "_", "_1", "pid", "PID_2"])("%s is", (name) => {
    expect(new Named({ ...parts, name, spelled: "name" }).name).toBe(name);
  });

  test.each(["", "1a", "a-b", "a b", "é", "a\n", "a;b", "${a}"])("%j is not", (name) => {
    expect(() => new Named({ ...parts, name, spelled: "name" })).toThrow(pattern([`"${name}"`]));
  });
});
