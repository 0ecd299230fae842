/**
 * Whichever line somebody leaves out, that one is named; of some lines.
 */
import { describe, expect, test } from "bun:test";

import { recipeNames } from "../../lib/recipe/load.ts";
import { bySize, sample, SEED } from "../support/size.ts";
import type { LeftOut } from "../support/host/left-out-inside.ts";
import { THOROUGH } from "../support/thorough.ts";
import { TestHost } from "../support/host/test-host.ts";
import { users } from "../support/machine/users.ts";
import { Turns } from "../support/at-a-time.ts";
import { verdictsOn } from "../support/verdicts-on.ts";

/** Where a verdict takes seconds, as four containers are alike, fewer are left out; more where there are few */
const OF_HOW_MANY: Readonly<Record<string, number>> = { "customise-docker0": 2, "own-subnets": 16 };

/** Of how many lines one is left out, and from which on: of a thorough one the seed says that */
function linesOf(recipe: string): readonly [every: number, first: number] {
  if (THOROUGH.includes(recipe)) return [bySize({ quick: 8, full: 3, all: 1 }), SEED];
  return [OF_HOW_MANY[recipe] ?? 7, 0];
}

const RECIPES = bySize({
  quick: sample("recipes with a line left out", recipeNames(), 3),
  full: sample("recipes with a line left out", recipeNames(), 8),
  all: recipeNames(),
});

const HOUR = 3_600_000;

/** As many as two processors are busy with */
const turns = new Turns(4);

/** Lines that nobody misses, and why */
const UNNOTICED: Readonly<Record<string, readonly RegExp[]>> = {
  "custom-bridge": [
    // Docker does so itself, when it is started with the bridge
    /ip link set dev bridge0 up$/,
    // Of the recipe's own, for its checks, after the article's last line
    /docker run/,
  ],
  dns: [
    // Taken back, or done once more, by the lines after them
    /DOCKER_OPTS="--dns/,
    /service docker restart$/,
    // Of the recipe's own, after the article's last line
    /--name database|--link|dnsmasq|\/etc\/resolv\.conf$|docker restart/,
    /docker run -d base sleep 600$/,
  ],
  forwarding: [
    // In the end it is 1, whoever has switched it on, and Docker is started a second time
    /echo [01] > \/proc\/sys\/net\/ipv4\/ip_forward$/,
    /service docker restart$/,
    // It is put in once more
    /brctl addif bridge0 A$/,
  ],
  "how-docker-networks": [
    // What they do is there already: that it is the same is what they are to show
    / ifconfig eth0 | route add default gw /,
    // The old ifconfig switches it on as well
    / netns exec \d+ ip link set eth0 up$/,
  ],
  "iptables-off": [
    // It ends when Docker is started again
    /docker rm -f/,
  ],
  "link-icc-false": [
    // Two that end when Docker is started again, one that is removed, and one after the article's last line
    /docker run -d base sleep 600$/,
    /docker rm -f/,
    // Of the recipe's own, for its checks, after the article's last line
    /-h database/,
    /--name both/,
    /--link both/,
    // The recipe's own one that has this link as well is taken for it
    /docker run -d --link web:www base/,
  ],
  listen: [
    // Two that end when Docker is started again
    /docker run -d base sleep 600$/,
  ],
  "net-none-manual": [
    // Of the recipe's own, for its checks, after the article's last line
    /docker run -d base sleep 600$/,
    /ln -s \/proc\/\d+/,
  ],
  "point-to-point": [],
  "publish-ports": [
    // One that is removed, and those of the recipe's own, after the article's last line
    /docker run -d (?!-P)/,
    /docker rm -f/,
  ],
};

/** Lines in whose place another one is named: of several containers alike, the last one is said to be missing */
const NAMED_INSTEAD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "customise-docker0": { "sudo docker run -d base sleep 600": "sudo docker run -i -t --rm base /bin/bash" },
};

/** Without what another run has otherwise, or what is so anyway; the article's `$pid` is a number by then */
function plain(line: string): string {
  return line
    .replace(" --net=bridge", "")
    .replace(/[\da-f]{12,}/g, "ID")
    .replace(/(?<=\/proc\/|netns[/ ]|exec )(?:\d+|\$pid)/g, "PID");
}

describe.each(users)("as $name", (user) => {
  test.concurrent.each(RECIPES)(
    "%s",
    (recipe) =>
      turns.take(async () => {
        await using host = await TestHost.open(user, "sandbox");
        const [every, first] = linesOf(recipe);
        const [whole, ...others] = await verdictsOn<LeftOut>(host, "host/left-out-inside.ts", [
          "sandbox",
          recipe,
          `${every}`,
          `${first}`,
        ]);
        expect(whole).toMatchObject({ line: null, verdict: { ok: true, first: null, stopped: null } });
        expect(others).not.toBeEmpty();
        for (const { line, verdict } of others) {
          const isUnnoticed = UNNOTICED[recipe]?.some((pattern) => pattern.test(line ?? "")) ?? false;
          const named = verdict.first === null ? null : plain(verdict.first.text);
          expect({ line, named, ok: verdict.ok }).toEqual({
            line,
            named: isUnnoticed ? null : (NAMED_INSTEAD[recipe]?.[line ?? ""] ?? plain(line ?? "")),
            ok: isUnnoticed,
          });
        }
      }),
    HOUR,
  );
});
