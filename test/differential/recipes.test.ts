/**
 * Every recipe on the sandbox and on a real Docker Engine: the same checks hold, and the hosts look the same then.
 */
import { beforeAll, describe, expect, test } from "bun:test";

import { recipeNames } from "../../lib/recipe/load.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { KNOWN_DIFFERENCES, type KnownDifference } from "./known-differences.ts";
import type { Look } from "./look.ts";
import { normalise } from "./normalise.ts";
import type { RunAndLook } from "./run-and-look.ts";
import { runAndLook } from "./run-on.ts";

interface Both {
  readonly sandbox: RunAndLook;
  readonly docker: RunAndLook;
}

const runs = new Map<string, Both>();

function both(recipe: string): Both {
  const run = runs.get(recipe);
  if (run === undefined) throw new Error(`Cannot compare ${recipe}: it was not run`);
  return run;
}

function comparable({ looks }: RunAndLook, known: readonly KnownDifference[]): readonly Look[] {
  return looks.map((look) => known.reduce((seen, { forget }) => forget(seen), normalise(look)));
}

describeOnDocker("on both hosts", () => {
  describe.each(recipeNames())("%s", (recipe) => {
    beforeAll(async () => {
      const [sandbox, docker] = await Promise.all([runAndLook("sandbox", recipe), runAndLook("docker", recipe)]);
      runs.set(recipe, { sandbox, docker });
    }, 300_000);

    test("comes to its end on both, and proves the same", () => {
      const { sandbox, docker } = both(recipe);
      expect([sandbox.failure, docker.failure]).toEqual([null, null]);
      expect(docker.held).toEqual(sandbox.held);
      expect(docker.held.length).toBeGreaterThan(0);
    });

    test.each(["links", "routes", "files", "reach"] as const)("leaves both hosts with the same %s", (part) => {
      const { sandbox, docker } = both(recipe);
      const [seen, expected] = [docker, sandbox].map((run) =>
        comparable(run, KNOWN_DIFFERENCES).map((look) => look[part]),
      );
      expect(seen).toEqual(expected);
    });
  });

  test.each(KNOWN_DIFFERENCES)("Docker 20.10.24 does differ in $what", (difference) => {
    const others = KNOWN_DIFFERENCES.filter((known) => known !== difference);
    const differ = [...runs.values()].filter(
      ({ sandbox, docker }) => !Bun.deepEquals(comparable(sandbox, others), comparable(docker, others)),
    );
    expect(differ).not.toBeEmpty();
  });
});
