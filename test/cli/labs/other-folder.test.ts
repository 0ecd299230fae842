/**
 * A lab that wirework in another folder has made: nothing of ours is in there.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";

import { LabMachine } from "../../support/machine/lab-machine.ts";
import { naming } from "../../support/naming.ts";
import { readableProject } from "../../support/project.ts";
import { emptyFolder, recipeFile } from "../../support/recipe-file.ts";
import { everyUser } from "../../support/machine/users.ts";
import { BARE } from "../../support/wirework.ts";

/** The project once more, with hard links */
function otherProject(): string {
  const folder = join(emptyFolder(), "another");
  const { success, stderr } = Bun.spawnSync(["cp", "-al", readableProject(), folder]);
  if (!success) throw new Error(stderr.toString());
  return folder;
}

describe.each(everyUser)("as $name", (user) => {
  const recipe = recipeFile("await $`true`;", ["true"]);
  let machine: LabMachine;
  let other = "";
  beforeAll(async () => {
    machine = await LabMachine.open(user);
    other = otherProject();
    await machine.printed("up", recipe, "--name", "theirs", "--quiet");
  });
  afterAll(() => machine[Symbol.asyncDispose]());

  async function otherWirework(...args: readonly string[]) {
    const running = Bun.spawn(["env", ...machine.user.prefix, join(other, "scripts/wirework"), ...args], {
      cwd: "/",
      env: { ...BARE, ...machine.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    return { status, stdout, stderr };
  }

  test.each([
    [["check", "point-to-point", "theirs"]],
    [["check", "point-to-point"]],
    [["show", "theirs"]],
    [["up", recipe, "--name", "theirs", "--repair"]],
  ])("it is said whose it is: %p", async (words) => {
    expect(await otherWirework(...words)).toEqual({
      status: 2,
      stdout: "",
      stderr: naming("theirs", readableProject(), `try: the same with ${readableProject()}/scripts/wirework`),
    });
  });

  test("what needs no program of ours goes on", async () => {
    expect(await otherWirework("exec", "theirs", "echo", "there")).toEqual({
      status: 0,
      stdout: "there\n",
      stderr: "",
    });
    expect(await otherWirework("down", "theirs")).toMatchObject({ status: 0, stderr: "" });
  });
});
