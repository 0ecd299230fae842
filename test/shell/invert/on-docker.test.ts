/**
 * What a real engine did is undone.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { SIZE } from "../../support/size.ts";
import { TestHost } from "../../support/host/test-host.ts";
import { UndoHost } from "../../support/undo/undo-host.ts";
import { shown } from "./scene.ts";
import { CONTAINER_SCENES, ENGINE_SCENES } from "./scenes/containers.ts";

describeOnDocker("on Docker", () => {
  let host: TestHost | null = null;
  let opened: UndoHost | null = null;
  beforeAll(async () => {
    host = await TestHost.open({ name: "root", prefix: [] }, "docker");
    opened = await UndoHost.open(host, "docker");
  });
  afterAll(async () => {
    await opened?.[Symbol.asyncDispose]();
    await host?.[Symbol.asyncDispose]();
  });

  describe.each([...ENGINE_SCENES, ...CONTAINER_SCENES].map((scene) => [scene.name, scene] as const))(
    "%s:",
    (_name, { setup = [], lines }) => {
      const typed = lines.map(([line]) => line);

      test("each line's way back is known, and leads back", async () => {
        const answer = await opened?.undo({ setup, lines: typed });
        const ways = answer?.ran.map(({ line, steps }) => [line, ...steps.map(shown)]);
        expect(ways).toEqual(lines.map((line) => [...line]));
        expect(answer?.failures).toEqual([]);
        expect(answer?.after).toEqual(answer?.before);
        expect(answer?.twice).toEqual(answer?.before);
      });

      if (SIZE === "quick") return;

      test("so it does by what was known before each line ran", async () => {
        const answer = await opened?.undo({ lines: typed, knowing: "the intent" });
        expect(answer?.failures).toEqual([]);
        expect(answer?.after).toEqual(answer?.before);
      });
    },
  );
});
