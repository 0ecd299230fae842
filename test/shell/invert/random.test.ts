/**
 * Any lines, one after the other, most of them such as can be done: undone from the last to the first, all is as before.
 */
import { describe, expect, test } from "bun:test";

import fc from "fast-check";

import { bySize, SEED } from "../../support/size.ts";
import { TestHost } from "../../support/host/test-host.ts";
import { UndoHost } from "../../support/undo/undo-host.ts";
import { users } from "../../support/machine/users.ts";
import { anyLine } from "./any-line.ts";
import { BEGINNING, chosenMove, SETUP } from "./host-model.ts";

const RUNS = bySize({ quick: 8, full: 30, all: 200 });

/** A number chooses among the lines that can be done; a line is just any, and need not */
const choice = fc.oneof({ weight: 4, arbitrary: fc.nat() }, { weight: 1, arbitrary: anyLine });

/** The lines, and how many of the first are known to run, or not to */
const played = fc.array(choice, { minLength: 1, maxLength: 14 }).map((choices) => {
  let model = BEGINNING;
  const lines: { readonly line: string; readonly runs: boolean }[] = [];
  for (const one of choices) {
    if (typeof one === "string") {
      lines.push({ line: one, runs: true });
      continue;
    }
    const { line, after, runs } = chosenMove(model, one);
    lines.push({ line, runs });
    model = after;
  }
  const known = choices.findIndex((one) => typeof one === "string");
  return { lines, known: known < 0 ? lines.length : known };
});

describe.each(users)("as $name", (user) => {
  // A failure says the seed: `scripts/test --seed N` repeats it
  test.each(["all", "the intent"] as const)("any lines are undone, knowing %s", async (knowing) => {
    await using host = await TestHost.open(user, "sandbox");
    await using opened = await UndoHost.open(host, "sandbox");
    await opened.undo({ setup: SETUP });
    await fc.assert(
      fc.asyncProperty(played, async ({ lines, known }) => {
        const typed = lines.map(({ line }) => line);
        const answer = await opened.undo({ lines: typed, knowing, paths: ["/tmp/random"], repeated: false });
        const unexpected = answer.ran.filter(
          ({ status }, at) => at < known && status !== (lines[at]?.runs === true ? 0 : null),
        );
        expect(unexpected).toEqual([]);
        expect(answer.failures).toEqual([]);
        expect(answer.after).toEqual(answer.before);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  });
});
