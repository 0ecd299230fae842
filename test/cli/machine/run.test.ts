/**
 * `--on host`: a recipe runs on this machine itself, and all that it did is taken back.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";

import { recipeNames } from "../../../lib/recipe/load.ts";
import { DisposableMachine } from "../../support/disposable-machine.ts";
import { describeOnDocker } from "../../support/on-docker.ts";

describeOnDocker("on this machine", () => {
  let machine: DisposableMachine;
  beforeAll(async () => {
    machine = await DisposableMachine.open();
  });
  afterAll(async () => {
    await machine[Symbol.asyncDispose]();
  });

  test.each(recipeNames())("%s runs, its checks hold, and the machine is as it was before", async (name) => {
    const before = await machine.state();
    const { status, stdout, stderr } = await machine.wirework("run", name, "--on", "host", "--yes");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/checks? holds?, of the article's statements/);
    expect(stdout).toEndWith("\nthis machine is as it was before\n");
    expect(await machine.state()).toEqual(before);
  });
});
