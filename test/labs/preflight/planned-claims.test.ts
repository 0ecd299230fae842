import { expect, test } from "bun:test";

import { claimsOf } from "../../../lib/labs/preflight/planned-claims.ts";
import { loadRecipe } from "../../../lib/recipe/load.ts";
import { planRecipe } from "../../../lib/recipe/run/plan-recipe.ts";
import { recipeFile } from "../../support/recipe-file.ts";

test.each([
  "-p 80:80",
  "-p 80:80/tcp",
  "-p 127.0.0.1:80:8080",
  "-p80:80",
  "-p=80:80",
  "-dp 80:80",
  "--publish 80:80",
  "--publish=80:80",
])("docker run %s takes a port of the host, and a name", async (published) => {
  const steps = `step("One");\nawait $\`sudo docker -H unix:///run/other.sock run --name=web ${published} base\`;`;
  const { recipe } = await loadRecipe(recipeFile(steps, ["docker"]));
  expect(claimsOf(await planRecipe(recipe, {}))).toMatchObject({ ports: [80], containers: ["web"] });
});

test.each(["--name=", "--name ''"])("docker run %s takes no name", async (unnamed) => {
  const { recipe } = await loadRecipe(
    recipeFile(`step("One");\nawait $\`sudo docker run ${unnamed} base\`;`, ["docker"]),
  );
  expect(claimsOf(await planRecipe(recipe, {})).containers).toEqual([]);
});

test.each(["-p 80", "-p 80:80/udp", "-P"])("docker run %s takes no port of TCP that is known", async (published) => {
  const { recipe } = await loadRecipe(
    recipeFile(`step("One");\nawait $\`sudo docker run ${published} base\`;`, ["docker"]),
  );
  expect(claimsOf(await planRecipe(recipe, {})).ports).toEqual([]);
});
