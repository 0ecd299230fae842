/**
 * What `up` has built of a recipe is all right, whatever its later lines have taken away of what its earlier ones did.
 */
import { describe, expect, test } from "bun:test";

import { recipeNames } from "../../lib/recipe/load.ts";
import { SIZE } from "../support/size.ts";
import { LabMachine } from "../support/machine/lab-machine.ts";
import { users } from "../support/machine/users.ts";

/** Those that tell Docker something else in the end, or leave a container's shell */
const TAKE_AWAY = ["custom-bridge", "customise-docker0", "net-none-manual", "publish-ports"];

/** The one whose last container ends what was built, so that no check can be asked: what is said instead */
const ENDED: Readonly<Record<string, string>> = {
  "net-none-manual": `its "exit" ends the container and everything built in it: run check before that line`,
};

describe.each(users)("as $name", (user) => {
  test.each(SIZE === "quick" ? TAKE_AWAY : recipeNames())("%s", async (recipe) => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", recipe, "--quiet");
    const { status, stdout, stderr } = await machine.wirework("check", recipe);
    const ended = ENDED[recipe];
    expect({ status, stderr }).toEqual({ status: ended === undefined ? 0 : 1, stderr: "" });
    expect(stdout).not.toContain("✗");
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(ended === undefined ? /: .* \d+ checks? pass(?:es)?\b/ : ended);
  });
});
