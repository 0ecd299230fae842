/**
 * `--on host`: a recipe runs on this machine itself, and all that it did is undone.
 */
import { expect, test } from "bun:test";

import { describeOnMachine } from "../../support/machine/on-machine.ts";
import { MACHINE_AS_BEFORE } from "../../support/messages.ts";
import { shareOf } from "../../support/size.ts";
import { LONGEST_FIRST, THOROUGH } from "../../support/thorough.ts";

const OTHERS = LONGEST_FIRST.filter((name) => !THOROUGH.includes(name));
const TRIED = [...THOROUGH, ...shareOf("recipes of --on host", OTHERS, { quick: 0.1, full: 0.5 })];

describeOnMachine("on this machine", (machine) => {
  test.each(TRIED)("%s runs, its checks hold, and the machine is as it was before", async (name) => {
    const { status, stdout, stderr } = await machine().wirework("run", name, "--on", "host", "--yes");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/checks? passed, for the article's statements?/);
    expect(stdout).toEndWith(`\n${MACHINE_AS_BEFORE}\n`);
  });
});
