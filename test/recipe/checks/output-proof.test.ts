import { describe, expect, test } from "bun:test";

import { inOrder, inOrderOnly, linesOf, spelled, without } from "../../../lib/recipe/checks/output-proof.ts";
import { Named } from "../../../lib/shell/template/named.ts";

const ROUTES = linesOf("default via 172.17.42.1 dev eth0\n172.17.0.0/16 dev eth0   scope link  src 172.17.0.2\n");

test("blanks are reduced to one, as programs align their columns", () => {
  expect(ROUTES[1]).toBe("172.17.0.0/16 dev eth0 scope link src 172.17.0.2");
});

test("an empty output has no lines", () => {
  expect(linesOf("\n")).toEqual([]);
});

test("texts in order are proved by their lines", () => {
  expect(inOrder(["via 172.17.42.1", "src  172.17.0.2"])(ROUTES)).toEqual(ROUTES);
  expect(inOrder(["src 172.17.0.2", "via 172.17.42.1"])(ROUTES)).toBeNull();
  expect(inOrder(["eth0", "eth0", "eth0"])(ROUTES)).toBeNull();
});

test("texts and no other line are proved by all lines", () => {
  expect(inOrderOnly(["default", "172.17.0.0/16"])(ROUTES)).toEqual(ROUTES);
  expect(inOrderOnly(["default"])(ROUTES)).toBeNull();
});

describe("a word is not there", () => {
  test.each([
    ["eth1", true],
    ["eth", true],
    ["eth0", false],
    ["172.17.0.0/16", false],
    ["172.17.0.0", false],
    ["172.17.0", true],
    ["dev eth0", false],
    ["dev eth1", true],
    ["1", true],
    ["16", false],
  ])("%s: %p", (word, isProved) => {
    expect(without([word])(ROUTES) !== null).toBe(isProved);
  });

  test.each(["A@B:", "A: ", "[A]", '"A"', "x,A,y", "A"])("nor where other signs stand around it: %s", (line) => {
    expect(without(["A"])([line])).toBeNull();
  });

  test("nor among several of which one is", () => {
    expect(without(["eth1", "eth0"])(ROUTES)).toBeNull();
  });
});

test.each([inOrder, inOrderOnly, without])("%p refuses to look for nothing, as that could not fail", (proof) => {
  expect(() => proof([])).toThrow("Cannot check a command's output without a text to look for");
  expect(() => proof(["a", " "])).toThrow("such a check could not fail");
});

test("a value stands for itself, and for its name where only a run would know it", () => {
  const parts = { name: "pid", value: 4711, sample: "2989", spelled: "name" } as const;
  const pid = new Named({ ...parts, word: "4711" });
  expect(inOrder([pid])(["4711"])).toEqual(["4711"]);
  expect(spelled(["a", pid])).toEqual(["a", "4711"]);
  expect(spelled(["a", new Named({ ...parts, word: "2989" })])).toEqual(["a", "$pid"]);
});
