import { expect, test } from "bun:test";

import { Transcript } from "../../../lib/recipe/run/transcript.ts";
import { recipeFile } from "../../support/recipe-file.ts";
import { users } from "../../support/machine/users.ts";
import { wirework } from "../../support/wirework.ts";

test("a transcript shows what a command that succeeded said on its errors", () => {
  const lines: string[] = [];
  const transcript = new Transcript((line) => lines.push(line), "plain");
  const command = { argv: ["true"], text: "true", handles: [] } as const;
  const line = {
    text: "true",
    commands: [command],
    redirection: null,
    stays: null,
    speaker: "article",
    irreversible: null,
    gives: null,
  } as const;
  transcript.announce(line);
  transcript.finished(line, { exitCode: 0, stdout: "out\n", stderr: "warning\n", ms: 1 });
  transcript.ended();
  expect(lines).toEqual(["$ true", "out", "warning", "✓ 1 ms"]);
});

test.each(users)(
  "a value's name can't be set twice, as earlier lines would mean another value, as $name",
  async (user) => {
    const set = 'await $.let("pid", pid("5"))`echo 5`;';
    const { status, stderr } = await wirework(user, ["run", recipeFile(`${set} ${set}`, ["echo"])]);
    expect(status).toBe(1);
    expect(stderr).toContain('Cannot set the value "pid" twice: choose another name for the second');
  },
);
