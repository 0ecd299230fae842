/**
 * Every line of the tables says the same, ends with the same status and leaves the same in the kernel, whether we answer it or the real ip
 * of iproute2 does. Lines that are marked as ours are answered with the real one out of reach.
 */
import { afterAll, describe, expect, test } from "bun:test";

import { bySize } from "../../support/size.ts";
import { scenesByTopic } from "./scenes.ts";
import { Twin } from "./twin.ts";

/** To look takes longer than all that is looked at */
const LOOKING = bySize({ quick: "at the end", full: "after each of ours", all: "after each of ours" } as const);

const topics = scenesByTopic();
const real = new Twin("real");
const ours = new Twin("ours");
afterAll(async () => {
  await Promise.all([real[Symbol.asyncDispose](), ours[Symbol.asyncDispose]()]);
});

describe.each(topics)("%s", (_topic, scenes) => {
  test.each(scenes.map((scene) => [scene.title, scene] as const))("%s", async (_title, scene) => {
    const [theirs, own] = await Promise.all([real.play(scene, LOOKING), ours.play(scene, LOOKING)]);
    // One after the other: what is different after a line is different after all that follow
    for (const [index, line] of theirs.entries()) expect(own[index]).toEqual(line);
  });
});

test("most lines of the tables are ours", () => {
  const lines = topics.flatMap(([, scenes]) => scenes.flatMap((scene) => scene.lines));
  expect(lines.length).toBeGreaterThanOrEqual(300);
  expect(lines.filter(({ by }) => by === "ours").length).toBeGreaterThanOrEqual(200);
});
