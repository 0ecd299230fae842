/**
 * What pages of recipes say that goes wrong: tried with the real programs, in one sandbox.
 */
import { expect, test } from "bun:test";

import type { RunReport } from "../../lib/recipe/run/report.ts";
import { findCause } from "../../lib/shell/failure/causes.ts";
import { TROUBLES } from "../../scripts/docs.d/troubles.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";

const steps = TROUBLES.map(({ provoke }) => {
  const script = `{ ${provoke}; } 2>&1 || true`;
  return `await $\`bash -c \${${JSON.stringify(script)}}\`;`;
}).join("\n");

test.each(users)("each is said by the program, as $name, in words that have a cause", async (user) => {
  const { stdout } = await wirework(user, ["run", recipeFile(steps, ["bash"]), "--json"]);
  const { steps: ran, error } = JSON.parse(stdout) as RunReport; // our own, of schema 1
  expect(error).toBeUndefined();
  const printed = ran.flatMap(({ commands }) => commands.map((command) => command.stdout));
  expect(printed).toHaveLength(TROUBLES.length);
  for (const [at, { says }] of TROUBLES.entries()) {
    expect(printed[at]).toContain(says);
    expect(findCause(printed[at] ?? "")?.cause).toBe(findCause(says)?.cause ?? "a cause");
  }
});
