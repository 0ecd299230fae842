/** The containers that a recipe's lines made, as a repair knows them again. */
import { afterAll, describe, expect, test } from "bun:test";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";

import type { Standing } from "../../../lib/labs/journal/read.ts";
import { madeBy, type MadeContainer, merged, readMade, writeMade } from "../../../lib/labs/repair/made-container.ts";
import type { InverseStep } from "../../../lib/shell/invert/inversion.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

const RUN = "docker run -d base sleep 1";

/** What removes a thing of Docker's */
function removes(thing: "container" | "network", id: string | null): InverseStep {
  const takes = { kind: "docker", thing, docker: ["docker"], id, label: "wirework=1" } as const;
  return { kind: "command", argv: ["docker", "rm", "-f", id ?? "none"], takes, when: "in turn" };
}

const RULES: InverseStep = { kind: "rules", table: "nat", names: ["docker0"], before: [], when: "in turn" };

function line(number: number, text: string, ...steps: readonly InverseStep[]): Standing {
  return { number, text, state: "ended", steps: new Map(steps.entries()) };
}

function made(text: string, place: number, id: string): MadeContainer {
  return { text, place, id, steps: [removes("container", id)] };
}

describe("the lines of a journal", () => {
  test("made the containers that are removed to undo them, counted by their text", () => {
    const lines = [
      line(0, RUN, removes("container", "a")),
      line(1, "ip link add A type bridge"),
      line(2, RUN, removes("container", "b")),
    ];
    expect(madeBy(lines)).toEqual([made(RUN, 0, "a"), made(RUN, 1, "b")]);
  });

  test("made none that is not known by its id, and no network is one", () => {
    expect(
      madeBy([line(0, RUN, removes("container", null)), line(1, "docker network create net", removes("network", "c"))]),
    ).toEqual([]);
  });

  test("count one of the same text, though it made none", () => {
    expect(madeBy([line(0, RUN), line(1, RUN, removes("container", "b"))])).toEqual([made(RUN, 1, "b")]);
  });

  test("made one container each, the first that is undone, whatever else is", () => {
    const steps = [RULES, removes("container", "a"), removes("container", "b")];
    expect(madeBy([line(0, RUN, ...steps)])).toEqual([{ text: RUN, place: 0, id: "a", steps }]);
  });
});

test("a container of before stays known, unless the same line has made it again", () => {
  const before = [made(RUN, 0, "old"), made(RUN, 1, "kept"), made("docker run other", 0, "other")];
  expect(merged(before, [made(RUN, 0, "new"), made(RUN, 2, "third")])).toEqual([
    made(RUN, 1, "kept"),
    made("docker run other", 0, "other"),
    made(RUN, 0, "new"),
    made(RUN, 2, "third"),
  ]);
});

describe("their file", () => {
  const folder = emptyFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("gives back what was written, and is its owner's only", () => {
    const file = join(folder, "made.json");
    writeMade(file, [made(RUN, 0, "a")]);
    expect(readMade(file)).toEqual([made(RUN, 0, "a")]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("is not there before any was made, and then there are none", () => {
    expect(readMade(join(folder, "none.json"))).toEqual([]);
    expect(() => readMade(folder)).toThrow(expect.objectContaining({ code: "EISDIR" }));
  });
});
