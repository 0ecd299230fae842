/**
 * Whichever line somebody leaves out, that one is named: of one line in four, of each in `scripts/test --full`.
 */
import { describe, expect, test } from "bun:test";

import { recipeNames } from "../../lib/recipe/load.ts";
import { IS_FULL } from "../support/full.ts";
import type { LeftOut } from "../support/left-out-inside.ts";
import { TestHost } from "../support/test-host.ts";
import { usersOfLongTests } from "../support/users.ts";
import { verdictsOn } from "../support/verdicts-on.ts";

const EVERY = IS_FULL ? 1 : 4;

const HOUR = 3_600_000;

/** Lines that nobody misses, and why */
const UNNOTICED: Readonly<Record<string, readonly RegExp[]>> = {
  "custom-bridge": [
    // Docker does so itself, when it is started with the bridge
    /ip link set dev bridge0 up$/,
    // Of the recipe's own, for its checks, after the article's last line
    /docker run/,
  ],
  "link-icc-false": [
    // Two that end when Docker is started again, one that is removed, and one after the article's last line
    /docker run -d base sleep 600$/,
    /docker rm -f/,
  ],
  "net-none-manual": [
    // Of the recipe's own, for its checks, after the article's last line
    /docker run -d base sleep 600$/,
    /ln -s \/proc\/\d+/,
  ],
  "point-to-point": [],
};

/** Without what another run has otherwise; the article's `$pid` is a number by then */
function plain(line: string): string {
  return line.replace(/[\da-f]{12,}/g, "ID").replace(/(?<=\/proc\/|netns[/ ]|exec )(?:\d+|\$pid)/g, "PID");
}

describe.each(usersOfLongTests)("as $name", (user) => {
  test.each(recipeNames())(
    "%s",
    async (recipe) => {
      await using host = await TestHost.open(user, "sandbox");
      const [whole, ...others] = await verdictsOn<LeftOut>(host, "left-out-inside.ts", ["sandbox", recipe, `${EVERY}`]);
      expect(whole).toMatchObject({ line: null, verdict: { ok: true, first: null, stopped: null } });
      expect(others.length).toBeGreaterThan(1);
      for (const { line, verdict } of others) {
        const isUnnoticed = UNNOTICED[recipe]?.some((pattern) => pattern.test(line ?? "")) ?? false;
        const named = verdict.first === null ? null : plain(verdict.first.text);
        expect({ line, named, ok: verdict.ok }).toEqual({
          line,
          named: isUnnoticed ? null : plain(line ?? ""),
          ok: isUnnoticed,
        });
      }
    },
    HOUR,
  );
});
