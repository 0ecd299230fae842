/**
 * Each line is run on a real kernel, among links of somebody else's with all that they can lose. `check` finds its work then, and
 * not before; and every reader of lines undoes it: the journal of `--on host`, a script that `wirework script` writes, and what
 * `explain` says.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { shareOf } from "../../support/size.ts";
import { describeInSandbox } from "../../support/host/test-host.ts";
import { Figures } from "./figures.ts";
import { MATRIX } from "./lines.ts";
import { MatrixHost } from "./matrix-host.ts";
import {
  CHANGES_NOTHING,
  LEFT_BY_SCRIPT,
  NOT_FOUND,
  OTHERWISE_THAN_EXPLAINED,
  SO_BEFORE,
  UNDONE_BY_NO_SCRIPT,
  UNDONE_BY_NOBODY,
  UNSEEN,
} from "./otherwise.ts";
import { SETUP } from "./setup.ts";

describeInSandbox((host) => {
  let matrix: MatrixHost | null = null;
  const figures = new Figures();
  beforeAll(() => void (matrix = new MatrixHost(host(), SETUP)));
  afterAll(async () => {
    await matrix?.[Symbol.asyncDispose]();
    console.log(figures.lines().join("\n"));
  });

  describe.each(Object.entries(MATRIX))("of a %s", (kind, lines) => {
    test.each(shareOf(`lines of the matrix, ${kind}`, lines, { quick: 0.05, full: 0.5 }))("%s", async (line) => {
      const answer = await matrix?.ask(line);
      if (answer !== undefined) figures.add(answer);
      const { check, journal, script, explain } = answer ?? {};
      expect(explain?.unknown ?? []).toEqual([]);
      const isRefused = UNDONE_BY_NOBODY.test(line);
      expect({ isRefused: journal?.refused !== null, left: journal?.left }).toEqual({ isRefused, left: [] });
      if (isRefused) return expect([script?.refused, explain?.refused]).not.toContain(null);
      expect(journal?.hasChanged).toBe(!CHANGES_NOTHING.has(line));
      expect(check).toMatchObject({
        after: { state: UNSEEN.test(line) ? "unseen" : NOT_FOUND.has(line) ? "missing" : "done" },
      });
      if (!UNSEEN.test(line) && !SO_BEFORE.has(line)) expect(check?.before.state).toMatch(/^(?:missing|wrong)$/);
      expect((script?.left ?? []).length > 0).toBe(LEFT_BY_SCRIPT.has(line));
      if (LEFT_BY_SCRIPT.has(line)) return;
      expect(script).toMatchObject(UNDONE_BY_NO_SCRIPT.test(line) ? { hasRun: false } : { refused: null });
      // What only a look could tell it says in words
      if (explain?.refused === null && !OTHERWISE_THAN_EXPLAINED.has(line)) expect(explain.left).toEqual([]);
    });
  });
});
