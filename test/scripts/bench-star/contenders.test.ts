/**
 * Whoever is here builds a star.
 */
import { describe, expect, test } from "bun:test";

import { CONTENDERS } from "../../../scripts/bench.d/contenders/all.ts";
import type { BenchDocument } from "../../../scripts/bench.d/star/document.ts";
import { readableProject } from "../../support/project.ts";
import { users } from "../../support/machine/users.ts";
import { BARE } from "../../support/wirework.ts";

describe.each(users)("as $name", ({ prefix }) => {
  test("all contenders build a star of 3, or say what is missing", async () => {
    const running = Bun.spawn(
      [...prefix, `${readableProject()}/scripts/bench`, "star", "--count=3", "--rounds=1", "--json"],
      {
        cwd: "/",
        env: BARE,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [star] = (JSON.parse(stdout) as BenchDocument).stars;
    const measured = star?.measured.map(({ contender }) => contender) ?? [];
    const missing = star?.leftOut.map(({ contender }) => contender) ?? [];
    // The floor is a program in C
    const here = [...(Bun.which("cc") === null ? [] : ["floor"]), "wirework", "ip-batch", "article"];
    expect(measured).toEqual(expect.arrayContaining(here));
    expect([...measured, ...missing].toSorted()).toEqual(CONTENDERS.map(({ name }) => name).toSorted());
    expect(star).toMatchObject({ recipe: { up: expect.anything() }, recipeFailed: null });
    for (const { why, failed } of star?.leftOut ?? []) expect([why, failed]).toEqual([expect.any(String), false]);
  });
});
