/**
 * `kill -9` at commands of every recipe, of the runner inside or of the process outside: nothing is left.
 */
import { describe, expect, test } from "bun:test";

import { bySize, sample, SIZE } from "../support/size.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { LONGEST_FIRST, waysAt } from "../support/thorough.ts";
import { users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";
import { atATime, Turns } from "../support/at-a-time.ts";
import { countCommands, type Kill, killAt, type Runs } from "./killed-runs.ts";
import { cgroupsOf } from "./left.ts";

const ALL: readonly Kill[] = (["runner", "outer"] as const).flatMap((victim) =>
  (["before", "after"] as const).map((side) => ({ victim, side })),
);

const RECIPES = bySize({ quick: sample("recipes killed", LONGEST_FIRST, 2), full: LONGEST_FIRST, all: LONGEST_FIRST });

/** In so many places of a recipe, of all that are tried with `--all` */
const PLACES = bySize({ quick: 2, full: 2, all: Infinity });

/** As many as two processors are busy with */
const turns = new Turns(12);

function testKills(runsOf: Omit<Runs, "recipe">, together: number): void {
  const { user, on } = runsOf;
  test.concurrent.each(RECIPES)(
    "%s is killed before and after its commands",
    (recipe) => turns.take(() => testRecipe(recipe)),
    HOUR,
  );

  async function testRecipe(recipe: string): Promise<void> {
    const runs = { ...runsOf, recipe };
    const before = takeSnapshot();
    const commands = await countCommands(runs);
    const killsAt = SIZE === "all" ? waysAt(recipe, ALL) : () => ALL;
    const all = Array.from({ length: commands }, (_, index) => index + 1).flatMap((command) =>
      killsAt(command).map((kill) => ({ command, kill })),
    );
    const places = sample(`kills of ${recipe} on ${on}`, all, PLACES);
    expect(places).not.toBeEmpty();
    const killed = await atATime(together, places, ({ command, kill }) => killAt(runs, command, kill));
    expect(killed.flatMap(({ problems }) => problems)).toEqual([]);
    // What cgroups are left is the next run's to remove
    await wirework(user, ["run", "point-to-point", "--quiet", `--on=${on}`]);
    expect(killed.flatMap(({ reached }) => cgroupsOf(reached.cgroup))).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  }
}

const HOUR = 3_600_000;

describe.each(users)("in a sandbox of $name", (user) => testKills({ user, on: "sandbox" }, 2));

if (SIZE !== "quick") {
  describeOnDocker("on a Docker host", () => testKills({ user: { name: "root", prefix: [] }, on: "docker" }, 1));
}
