/** Which tests are run with a fault: those that are near to its file. */
import { describe, expect, test } from "bun:test";

import { drawPlaces } from "../../scripts/mutate.d/draw.ts";
import { usersInProject } from "../../scripts/mutate.d/imports.ts";
import { testFiles, testsOf } from "../../scripts/mutate.d/tests-of.ts";

const PROJECT = new URL("../..", import.meta.url).pathname;
const TESTS = testFiles(PROJECT);
const USERS = usersInProject(PROJECT);
const near = (file: string) => testsOf(file, TESTS, USERS);

describe("the tests of a file", () => {
  test.each([
    ["begin with the one that mirrors it", "lib/values/address/mac.ts", "test/values/address/mac.test.ts"],
    ["begin with that of a script, too", "lib/shell/template/lex.ts", "test/shell/template/lex.test.ts"],
  ])("%s", (_, file, first) => {
    expect(near(file)[0]).toBe(first);
  });

  test.each([
    ["that import it by way of others", "lib/values/quoted.ts", "test/values/bad-value.test.ts"],
    ["that run its examples", "lib/values/name/recipe-name.ts", "test/docs/examples.test.ts"],
    ["of what uses it", "lib/values/name/recipe-name.ts", "test/cli/commands/new.test.ts"],
    ["of its folder", "lib/labs/gc.ts", "test/labs/lab-lock.test.ts"],
    ["that drive it from outside", "lib/labs/gc.ts", "test/cli/labs/life.test.ts"],
    ["of undo, for what inverts a line", "lib/shell/invert/service.ts", "test/labs/undo.test.ts"],
    ["of a script that is no TypeScript", "lib/script/bash/undo/undo.sh", "test/script/taken-back.test.ts"],
  ])("are those %s", (_, file, expected) => {
    expect(near(file)).toContain(expected);
  });

  test("are never those that put faults into the project", () => {
    const tests = ["test/a.test.ts", "test/scripts/mutate.test.ts"];
    expect(testsOf("lib/a.ts", tests, new Map([["lib/a.ts", new Set(tests)]]))).toEqual(["test/a.test.ts"]);
  });
});

describe("a seed", () => {
  const drawn = (seed: number) => drawPlaces(PROJECT, ["lib/values/address/mac.ts", "lib/values/mtu.ts"], seed);

  test("draws the same faults once more", () => {
    expect(drawn(7)).toEqual(drawn(7));
  });

  test("draws others than another, of the same places", () => {
    expect(drawn(7)).not.toEqual(drawn(8));
    const inOrder = (seed: number) =>
      drawn(seed)
        .map((place) => JSON.stringify(place.map(({ start }) => start)))
        .toSorted();
    expect(inOrder(7)).toEqual(inOrder(8));
  });
});
