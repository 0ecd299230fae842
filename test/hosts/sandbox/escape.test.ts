/** What the sandbox's root could do to the machine, were it not for how the sandbox shows it. */
import { expect, test } from "bun:test";
import { chmodSync, chownSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

import { recipeFile } from "../../support/recipe-file.ts";
import { everyUser } from "../../support/machine/users.ts";
import { wirework } from "../../support/wirework.ts";

const OWNERS = { root: 0, nobody: 65_534, self: process.geteuid?.() ?? 0 } as const;

test.each(everyUser)("a recipe of $name that makes its own folder writable again reaches a copy only", async (user) => {
  const file = recipeFile(
    `await $\`sh -c \${"mount -o remount,rw,bind \\"$(dirname FILE)\\"; echo // >> FILE; touch FILE.new; echo done"}\`;`,
    ["sh"],
  );
  const text = readFileSync(file, "utf8").replaceAll("FILE", file);
  await Bun.write(file, text);
  const folder = dirname(file);
  for (const path of [folder, file]) chownSync(path, OWNERS[user.name], OWNERS[user.name]);
  chmodSync(folder, 0o777);
  chmodSync(file, 0o666);
  const { status, stdout } = await wirework(user, ["run", file]);
  expect(stdout).toContain("\ndone\n");
  expect(status).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(text);
  expect(readdirSync(folder)).toEqual(["my-link.ts"]);
});
