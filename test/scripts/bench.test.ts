import { expect, test } from "bun:test";

import { recipeNames } from "../../lib/recipe/load.ts";
import { readableProject } from "../support/project.ts";
import { allUsers } from "../support/machine/users.ts";
import { BARE } from "../support/wirework.ts";

test.each(allUsers.slice(-1))("a benchmark of one round measures everything, as $name", async ({ prefix }) => {
  const running = Bun.spawn([...prefix, `${readableProject()}/scripts/bench`, "1"], {
    cwd: "/",
    env: BARE,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).not.toMatch(/NaN|Infinity| 0 MB/);
  expect(stdout.match(/at most/g)).toHaveLength(5);
  for (const name of [...recipeNames(), `all ${recipeNames().length}, one after another`])
    expect(stdout).toMatch(new RegExp(`^  ${name} +\\d+ ms  [\\d.]+ times \\d+ ms of commands$`, "m"));
});
