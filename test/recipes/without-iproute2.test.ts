/**
 * Recipes run where iproute2 and bridge-utils are not installed: what they ask for is answered here.
 */
import { expect, test } from "bun:test";
import { readdirSync } from "node:fs";

import { loadRecipe } from "../../lib/recipe/load.ts";
import { testAsRoot } from "../support/as-root.ts";
import { shareOf } from "../support/size.ts";
import { readableProject } from "../support/project.ts";
import { users } from "../support/users.ts";
import { BARE } from "../support/wirework.ts";

const FOLDER = new URL("../../recipes/", import.meta.url).pathname;
const loaded = await Promise.all(readdirSync(FOLDER).map((file) => loadRecipe(`${FOLDER}${file}`)));

/** Those that need more of the packages say so: a program in containers, or another one of theirs */
const recipes = loaded
  .filter(({ recipe: { permissions } }) => !permissions.installed.includes("ip") && !permissions.run.includes("ss"))
  .map(({ name }) => name);
const tried = shareOf("recipes without iproute2", recipes, { quick: 0.15, full: 0.35 });

/** A machine like this one, on which the packages are not; then who goes on does so as the test's user */
const TAKE_AWAY = `
mount -t tmpfs tmpfs /mnt
mkdir /mnt/upper /mnt/work
mount -t overlay -o lowerdir=/usr,upperdir=/mnt/upper,workdir=/mnt/work,userxattr overlay /usr
for program in ip brctl bridge ss; do rm -f /usr/bin/$program /usr/sbin/$program /bin/$program /sbin/$program; done
! command -v ip
exec "$@"`;

for (const { name, prefix } of users)
  testAsRoot.each(tried)(`as ${name} %s does all that it does`, async (recipe) => {
    const words = [...prefix, `${readableProject()}/scripts/wirework`, "run", recipe, "--json"];
    const running = Bun.spawn(["unshare", "--mount", "sh", "-ec", TAKE_AWAY, "sh", ...words], {
      cwd: "/",
      env: BARE,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ recipe, ok: true, left: [] });
  });

test("twelve recipes and more need none", () => {
  expect(recipes.length).toBeGreaterThanOrEqual(12);
});
