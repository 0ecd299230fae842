/**
 * Runs that a person stops, with some impatience, or that lose whom they talk to: nothing is left.
 */
import { describe, expect, test } from "bun:test";

import { describeOnDocker } from "../support/machine/on-docker.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import type { Stop } from "../support/terminal/stop-at-command.ts";
import { users } from "../support/machine/users.ts";
import { cgroupsOf, leftOf } from "./left.ts";
import { type Place, RunOnTerminal } from "./run-on-terminal.ts";

/** In the middle, with two containers and a cable that is half plugged in */
const MIDDLE: Stop = { side: "after", command: 10, how: "waiting" };

const CTRL_C = "\u0003";

async function expectNothingLeft({ on }: Place, run: RunOnTerminal, act: () => Promise<void>): Promise<void> {
  const before = takeSnapshot();
  const reached = await run.reached();
  await act();
  expect(await leftOf(on, reached, run.mark)).toEqual([]);
  expect(cgroupsOf(reached.cgroup)).toEqual([]);
  expect(takeSnapshot()).toEqual(before);
}

function testStops(place: Place): void {
  test("Ctrl-C twice at once is Ctrl-C", async () => {
    const run = new RunOnTerminal(place, MIDDLE);
    await expectNothingLeft(place, run, async () => {
      run.type(CTRL_C + CTRL_C);
      expect(await run.exited).toBe(130);
    });
    expect(Bun.stripANSI(run.shown).replace(/^(?:.*\r?\n)*/, "")).toMatch(/^(?:\^C)+$/);
  });

  test("Ctrl-C all the time is Ctrl-C", async () => {
    const run = new RunOnTerminal(place, MIDDLE);
    await expectNothingLeft(place, run, async () => {
      while (!run.hasEnded) {
        run.type(CTRL_C);
        await Bun.sleep(1);
      }
      expect(await run.exited).toBe(130);
    });
  });

  test("a terminal that is closed ends it", async () => {
    const run = new RunOnTerminal(place, MIDDLE);
    await expectNothingLeft(place, run, async () => {
      run.close();
      expect(await run.exited).toBe(129);
    });
  });

  test("Ctrl-C, and a terminal that is closed before it is done", async () => {
    const run = new RunOnTerminal(place, MIDDLE);
    await expectNothingLeft(place, run, async () => {
      run.type(CTRL_C);
      run.close();
      expect([129, 130]).toContain(await run.exited);
    });
  });
}

describe.each(users)("in a sandbox of $name", (user) => testStops({ user, on: "sandbox" }));

describeOnDocker("on a Docker host", () => testStops({ user: { name: "root", prefix: [] }, on: "docker" }));
