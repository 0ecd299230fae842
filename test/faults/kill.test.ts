/**
 * `kill -9` at commands of every recipe, of the runner inside or of the process outside: nothing is left.
 */
import { describe, expect, test } from "bun:test";

import { IS_FULL } from "../support/full.ts";
import { describeOnDocker } from "../support/on-docker.ts";
import { takeSnapshot } from "../support/snapshot.ts";
import { LONGEST_FIRST, waysAt } from "../support/thorough.ts";
import { type User, users } from "../support/users.ts";
import { wirework } from "../support/wirework.ts";
import { atATime, Turns } from "../support/at-a-time.ts";
import { countCommands, type Kill, killAt, type Runs } from "./killed-runs.ts";
import { cgroupsOf } from "./left.ts";

const ALL: readonly Kill[] = (["runner", "outer"] as const).flatMap((victim) =>
  (["before", "after"] as const).map((side) => ({ victim, side })),
);

/** Who kills where, of all that could */
type KillsAt = (command: number) => readonly Kill[];

/** All recipes take minutes: that is for `scripts/test --full` */
const RECIPES = IS_FULL ? LONGEST_FIRST : ["point-to-point"];

/** As many as two processors are busy with */
const turns = new Turns(12);

/** As thoroughly as a recipe is tried */
const all = (recipe: string): KillsAt => waysAt(recipe, ALL);

/** Of each command the runner just before and the outer process just after it, one as each of the users, in turn */
const inTurn = (user: User) => (): KillsAt => (command) =>
  (command % 2 === 0) === (user.name === "nobody")
    ? [{ victim: "runner", side: "before" }]
    : [{ victim: "outer", side: "after" }];

function testKills(runsOf: Omit<Runs, "recipe">, killsOf: (recipe: string) => KillsAt, together: number): void {
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
    const killsAt = killsOf(recipe);
    const places = Array.from({ length: commands }, (_, index) => index + 1).flatMap((command) =>
      killsAt(command).map((kill) => ({ command, kill })),
    );
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

describe.each(users)("in a sandbox of $name", (user) =>
  testKills({ user, on: "sandbox" }, IS_FULL || users.length === 1 ? all : inTurn(user), 2),
);

if (IS_FULL) {
  describeOnDocker("on a Docker host", () => testKills({ user: { name: "root", prefix: [] }, on: "docker" }, all, 1));
}
