/**
 * Lines on real kernels, with real programs: what they did is undone, whatever of it is known.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { SIZE } from "../../support/size.ts";
import { describeInSandbox } from "../../support/host/test-host.ts";
import { UndoHost } from "../../support/undo/undo-host.ts";
import { shown } from "./scene.ts";
import { CONTAINER_SCENES } from "./scenes/containers.ts";
import { DEVICE_SCENES } from "./scenes/devices.ts";
import { ENTRY_SCENES, NETNS_SCENES } from "./scenes/entries.ts";
import { HOST_SCENES } from "./scenes/host.ts";
import { LINK_SCENES, NAMESAKE_SCENES } from "./scenes/links.ts";

const SCENES = [
  ...NETNS_SCENES,
  ...HOST_SCENES,
  ...LINK_SCENES,
  ...ENTRY_SCENES,
  ...DEVICE_SCENES,
  ...CONTAINER_SCENES,
  ...NAMESAKE_SCENES,
];

describeInSandbox((host) => {
  let opened: UndoHost | null = null;
  beforeAll(async () => void (opened = await UndoHost.open(host(), "sandbox")));
  afterAll(() => opened?.[Symbol.asyncDispose]());

  describe.each(SCENES.map((scene) => [scene.name, scene] as const))(
    "%s:",
    (_name, { setup = [], lines, paths = [], repeated = true }) => {
      const typed = lines.map(([line]) => line);

      test("each line's way back is known, and leads back", async () => {
        const answer = await opened?.undo({ setup, lines: typed, paths, repeated });
        const ways = answer?.ran.map(({ line, steps }) => [line, ...steps.map(shown)]);
        expect(ways).toEqual(lines.map((line) => [...line]));
        expect(answer?.failures).toEqual([]);
        expect(answer?.after).toEqual(answer?.before);
        // Undo of an undo is nothing
        expect(answer?.twice).toEqual(answer?.before);
      });

      test("so it does by what was known before each line ran", async () => {
        const answer = await opened?.undo({ lines: typed, paths, repeated, knowing: "the intent" });
        expect(answer?.failures).toEqual([]);
        expect(answer?.after).toEqual(answer?.before);
      });

      if (SIZE === "quick") return;

      test("of lines that did not come to run, there is nothing to undo", async () => {
        const answer = await opened?.undo({ lines: typed, paths, knowing: "nothing ran" });
        expect(answer?.failures).toEqual([]);
        expect(answer?.after).toEqual(answer?.before);
      });
    },
  );
});
