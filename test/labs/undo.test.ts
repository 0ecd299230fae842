/**
 * A part of a recipe, undone by its journal, gives back what was before.
 */
import { expect, test } from "bun:test";

import { BUN_COMMAND } from "../../lib/hosts/bun-command.ts";
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import { SEED, SIZE } from "../support/size.ts";
import { readableProject } from "../support/project.ts";
import { TestHost } from "../support/host/test-host.ts";
import { LONGEST_FIRST, THOROUGH } from "../support/thorough.ts";
import type { Prefix } from "../support/undo/undo-prefixes.ts";
import { type User, everyUser, users } from "../support/machine/users.ts";
import { Turns } from "../support/at-a-time.ts";

const HOUR = 3_600_000;

/** Whether the journal has what the last command did, or only what it was going to do */
const BOTH = "ended,interrupted";
/** By turns: the one at odd commands, the other at even ones */
const BY_TURNS: readonly Prefix["last"][] = SEED % 2 === 0 ? ["ended", "interrupted"] : ["interrupted", "ended"];

/** Every recipe at every command, at any size: what undo misses stays on somebody's machine */
function lastsOf(recipe: string): readonly string[] {
  return THOROUGH.includes(recipe) || SIZE === "all" ? [BOTH, BOTH] : BY_TURNS;
}

const CASES = LONGEST_FIRST.flatMap((recipe) =>
  (THOROUGH.includes(recipe) ? everyUser : users).map((user) => ({ recipe, user, name: user.name })),
);

/** As many as two processors are busy with */
const turns = new Turns(8);

/** What becomes of each part of a recipe, in a sandbox of its own */
async function prefixesOf(recipe: string, user: User): Promise<readonly Prefix[]> {
  await using host = await TestHost.open(user, "sandbox");
  const script = `${readableProject()}/test/support/undo/undo-prefixes.ts`;
  const running = Bun.spawn(host.entered([...BUN_COMMAND, script, recipe, ...lastsOf(recipe)]), {
    env: HOST_ENVIRONMENT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const lines = stdout.trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Prefix); // as the script prints it
}

test.concurrent.each(CASES)(
  "$recipe, up to its commands, as $name",
  ({ recipe, user }) =>
    turns.take(async () => {
      const prefixes = await prefixesOf(recipe, user);
      expect(prefixes.filter(({ left, differences }) => left.length > 0 || differences.length > 0)).toEqual([]);
      // None is left out, up to the one that the recipe has no more
      const tried = [...new Set(prefixes.map(({ commands }) => commands))];
      expect(tried).toEqual(tried.map((_, at) => at + 1));
      expect(prefixes.filter(({ stopped }) => !stopped).map(({ commands }) => commands)).toContain(tried.length);
      expect(tried.length).toBeGreaterThan(1);
    }),
  HOUR,
);
