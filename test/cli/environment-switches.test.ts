/** Variables that are on or off: `WIREWORK_BUILTINS` and `WIREWORK_BUNDLE`. */
import { expect, test } from "bun:test";

import { recipeFile } from "../support/recipe-file.ts";
import { allUsers, users } from "../support/machine/users.ts";
import { type Ended, wirework } from "../support/wirework.ts";
import { cannotUse } from "../support/messages.ts";
import { BUILTINS_VARIABLE, BUNDLE_VARIABLE, type EnvironmentSwitch } from "../../lib/values/environment-switch.ts";
import { ifName } from "../../lib/values/name/if-name.ts";

/** A name that the real brctl takes, and ours doesn't: to `ip` it is a word of its own */
const FILE = recipeFile("await $`sudo brctl addbr a`;\nawait $`sudo brctl delbr a`;", ["brctl"]);

test.concurrent.each(users)("off leaves brctl to the real one, as $name", async (user) => {
  const real = await wirework(user, ["run", FILE], { environment: { WIREWORK_BUILTINS: "off" } });
  expect(real).toMatchObject({ status: 0, stderr: "" });
});

test.concurrent.each(["", "on"])("%p leaves it to us", async (said) => {
  const ours = await wireworkWith(said, ["run", FILE]);
  expect(ours.status).toBe(1);
  expect(ours.stderr).toContain(cannotUse("a", ifName.kind));
});

test.concurrent("off leaves ip and brctl in a host's shell to the real ones, and nothing else", async () => {
  const file = recipeFile("await $`sudo which ip brctl docker service sudo`;", ["which"]);
  const { stdout } = await wireworkWith("off", ["run", file]);
  const own = "/run/wirework-host/bin";
  expect(stdout.split("\n").filter((line) => line.startsWith("/"))).toEqual([
    expect.stringMatching(/^\/(?:usr\/)?s?bin\/ip$/),
    expect.stringMatching(/^\/(?:usr\/)?s?bin\/brctl$/),
    ...["docker", "service", "sudo"].map((name) => `${own}/${name}`),
  ]);
});

test.concurrent.each(["no", "OFF", "0", "off "])("%p is refused, whatever the command", async (said) => {
  for (const args of [["list"], ["run", "point-to-point"]]) {
    expect(await wireworkWith(said, args)).toEqual({
      status: 2,
      stdout: "",
      stderr: `wirework: ${cannotUse(said, "WIREWORK_BUILTINS", "it is on or off")}\n  try: off\n`,
    });
  }
});

test.concurrent("so is another value of WIREWORK_BUNDLE", async () => {
  expect(await wireworkWith("bogus", ["list"], BUNDLE_VARIABLE)).toEqual({
    status: 2,
    stdout: "",
    stderr: `wirework: ${cannotUse("bogus", BUNDLE_VARIABLE, "it is on or off")}\n  try: off\n`,
  });
});

/** As the user who can do least */
async function wireworkWith(
  said: string,
  args: readonly string[],
  name: EnvironmentSwitch = BUILTINS_VARIABLE,
): Promise<Ended> {
  const [user] = allUsers.slice(-1);
  if (user === undefined) throw new Error("Cannot run wirework: the tests have no user");
  return wirework(user, args, { environment: { [name]: said } });
}
