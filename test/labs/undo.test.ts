/**
 * A part of a recipe, taken back by its journal, gives back what was before.
 */
import { describe, expect, test } from "bun:test";

import { BUN_COMMAND } from "../../lib/hosts/bun-command.ts";
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import { bySize, sample } from "../support/size.ts";
import { readableProject } from "../support/project.ts";
import { TestHost } from "../support/test-host.ts";
import { LONGEST_FIRST } from "../support/thorough.ts";
import type { Prefix } from "../support/undo-prefixes.ts";
import { type User, everyUser } from "../support/users.ts";
import { Turns } from "../support/at-a-time.ts";

const HOUR = 3_600_000;

/** Whether the journal has what the last command did, or only what it was going to do */
const LAST: readonly Prefix["last"][] = ["ended", "interrupted"];

const RECIPES = bySize({ quick: sample("recipes undone", LONGEST_FIRST, 1), full: LONGEST_FIRST, all: LONGEST_FIRST });

/** As many as two processors are busy with */
const turns = new Turns(8);

/** What becomes of each part of a recipe, in a sandbox of its own */
async function prefixesOf(recipe: string, user: User): Promise<readonly Prefix[]> {
  await using host = await TestHost.open(user, "sandbox");
  const script = `${readableProject()}/test/support/undo-prefixes.ts`;
  const running = Bun.spawn(host.entered([...BUN_COMMAND, script, recipe, ...LAST]), {
    env: HOST_ENVIRONMENT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const lines = stdout.trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Prefix); // as the script prints it
}

describe.each(everyUser)("as $name", (user) => {
  test.concurrent.each(RECIPES)(
    "%s, up to its commands",
    (recipe) =>
      turns.take(async () => {
        const prefixes = await prefixesOf(recipe, user);
        expect(prefixes.filter(({ left, differences }) => left.length > 0 || differences.length > 0)).toEqual([]);
        expect(prefixes.some(({ stopped }) => stopped)).toBe(true);
        expect(prefixes.some(({ stopped }) => !stopped)).toBe(true);
      }),
    HOUR,
  );
});
