import { describe, expect, test } from "bun:test";
import { Handle } from "../../../lib/shell/template/handle.ts";
import { Named } from "../../../lib/shell/template/named.ts";
import { flatten, type Value } from "../../../lib/shell/template/value.ts";

const cannot = (described: string, place = "it") => `Cannot use ${described} as ${place}`;

const pid = new Named({
  name: "pid",
  value: 2778,
  sample: "1",
  word: "2778",
  spelled: "name",
});

describe("a value gives its pieces", () => {
  test.each<[Value, string[]]>([
    ["", [""]],
    ["a b", ["a b"]],
    [0, ["0"]],
    [-0, ["0"]],
    [1e21, ["1e+21"]],
    [pid, ["2778"]],
    [[], []],
    [
      ["a", 1, ["b", [pid]]],
      ["a", "1", "b", "2778"],
    ],
  ])("%j", (value, texts) => {
    expect(flatten(value, "it").map(({ text }) => text)).toEqual(texts);
  });

  test("a handle has its spelling, and nothing else has one", () => {
    expect(flatten([pid, "pid"], "it").map(({ spelling }) => spelling)).toEqual(["pid", null]);
  });
});

describe("a value that no argument can be is refused", () => {
  test.each<[unknown, string]>([
    [undefined, "undefined"],
    [null, "null"],
    [true, "true"],
    [false, "false"],
    [{}, "an object"],
    [{ raw: "a; rm" }, "an object"],
    [{ stdout: "a\n" }, "an object"],
    [Object.create(null), "an object (no class)"],
    [new Map(), "an object (Map)"],
    [new String("a"), "an object (String)"],
    [() => "a", "a function"],
    [Symbol("a"), "a symbol"],
    [1n, "the bigint 1"],
    [Promise.resolve("a"), "a promise"],
    [NaN, "NaN"],
    [Infinity, "Infinity"],
    [-Infinity, "-Infinity"],
    ["a\0b", '"a\\u0000b"'],
    ["a\ud800", '"a\\ud800"'],
    ["\udc00", '"\\udc00"'],
  ])("%p", (value, described) => {
    const refused = (): unknown => flatten(value, "value 2 of $`p`");
    expect(refused).toThrow(TypeError);
    expect(refused).toThrow(`${cannot(described, "value 2 of $`p`")}: `);
  });

  test("a promise is asked for its await", () => {
    expect(() => flatten(Promise.resolve("a"), "it")).toThrow(`${cannot("a promise")}: forgot await?`);
  });

  test("an item of an array is named by its place", () => {
    expect(() => flatten(["a", ["b", null]], "it")).toThrow(cannot("null", "item 2 of item 2 of it"));
  });

  test("a hole in an array is an undefined item", () => {
    const sparse: unknown[] = [];
    sparse[1] = "a";
    expect(() => flatten(sparse, "it")).toThrow(cannot("undefined", "item 1 of it"));
  });

  test("an object that looks like a handle is not one", () => {
    const copy = { word: () => "a", spelling: () => null };
    expect(() => flatten(copy, "it")).toThrow(cannot("an object"));
    expect(() => flatten(Object.create(Named.prototype), "it")).toThrow(cannot("an object (Named)"));
    expect(Handle.is(copy)).toBe(false);
  });
});

test("the types refuse what flatten refuses", () => {
  function accept(..._values: readonly Value[]): void {}
  accept("a", 1, pid, ["a", [1, pid]]);
  // @ts-expect-error undefined is no value
  accept(undefined);
  // @ts-expect-error null is no value
  accept(null);
  // @ts-expect-error a boolean is no value
  accept(true);
  // @ts-expect-error a bigint is no value
  accept(1n);
  // @ts-expect-error an object is no value
  accept({ raw: "a" });
  // @ts-expect-error what looks like a handle is no value
  accept({ word: () => "a", spelling: () => null });
  // @ts-expect-error a map is no value
  accept(new Map());
  // @ts-expect-error a promise is no value
  accept(Promise.resolve("a"));
  // @ts-expect-error a function is no value
  accept(() => "a");
  // @ts-expect-error nor is an array of what is no value
  accept([undefined]);
  expect(Handle.is(pid)).toBe(true);
});
