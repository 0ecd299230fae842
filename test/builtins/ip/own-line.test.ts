import { expect, test } from "bun:test";

import fc from "fast-check";

import { readLine } from "../../../lib/builtins/ip/own-line.ts";
import { anyWords, mutatedLine } from "./mutated-lines.ts";
import { scenesByTopic } from "./scenes.ts";

/** The same words each time; WIREWORK_TEST_SEED=N tries others */
const SEED = Number(process.env["WIREWORK_TEST_SEED"] ?? 1);

test.each(scenesByTopic())("lines that are ours are read: %s", (_topic, scenes) => {
  const ours = scenes.flatMap(({ lines }) => lines.filter(({ by }) => by === "ours"));
  expect(ours.filter(({ words }) => readLine(words) === null)).toEqual([]);
});

test("any words are read, or left to the real one, without a fault", () => {
  fc.assert(
    fc.property(fc.oneof(mutatedLine, anyWords), (words) => {
      expect(() => readLine(words)).not.toThrow();
    }),
    { numRuns: 5000, seed: SEED },
  );
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("%s is a word like any other", (word) => {
  const lines = [
    [word],
    ["link", word],
    ["link", "add", "x0", "type", word],
    ["link", "set", "v0", "type", "bridge", word],
    ["link", "set", "v0", "type", "bridge_slave", word],
    ["link", "add", "x0", "type", "vxlan", word],
    ["address", "add", word, "dev", "v0"],
    ["route", "add", word, "dev", "v0"],
  ];
  expect(lines.filter((words) => readLine(words) !== null)).toEqual([]);
});
