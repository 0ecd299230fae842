/**
 * `--on host`: a recipe runs on this machine itself, and all that it did is taken back.
 */
import { expect, test } from "bun:test";

import { recipeNames } from "../../../lib/recipe/load.ts";
import { describeOnMachine } from "../../support/machine/on-machine.ts";
import { MACHINE_AS_BEFORE } from "../../support/messages.ts";

describeOnMachine("on this machine", (machine) => {
  test.each(recipeNames())("%s runs, its checks hold, and the machine is as it was before", async (name) => {
    const { status, stdout, stderr } = await machine().wirework("run", name, "--on", "host", "--yes");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/checks? passed, for the article's statements?/);
    expect(stdout).toEndWith(`\n${MACHINE_AS_BEFORE}\n`);
  });
});
