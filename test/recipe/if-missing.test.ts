/**
 * A line that the article has for who lacks a program.
 */
import { describe, expect, test } from "bun:test";

import { recipeFile } from "../support/recipe-file.ts";
import { users } from "../support/machine/users.ts";
import { notPermitted } from "../support/messages.ts";
import { wirework } from "../support/wirework.ts";

const STEPS = `
step("Programs");
await $.ifMissing("nosuch")\`echo nosuch is installed\`;
await $.ifMissing("brctl")\`echo brctl is installed\`;
`;

/** The lines that are typed */
function linesIn(text: string): readonly string[] {
  return text.split("\n").filter((line) => /^[$+] /.test(line));
}

describe.each(users)("for $name", (user) => {
  test("is typed in a run where it is missing, and only there", async () => {
    const { status, stdout, stderr } = await wirework(user, ["run", recipeFile(STEPS, ["echo"])]);
    expect({ status, stderr, lines: linesIn(stdout) }).toEqual({
      status: 0,
      stderr: "",
      lines: ["$ echo nosuch is installed"],
    });
  });

  test("is one of the article's lines", async () => {
    const { status, stdout, stderr } = await wirework(user, ["steps", recipeFile(STEPS, ["echo"])]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(linesIn(stdout)).toEqual(["+ echo nosuch is installed", "+ echo brctl is installed"]);
  });

  test("is none of a rehearsal's, nor of a script's", async () => {
    const file = recipeFile(STEPS, ["echo"]);
    const dry = await wirework(user, ["run", file, "--dry-run"]);
    const script = await wirework(user, ["script", file]);
    expect([dry.status, script.status]).toEqual([0, 0]);
    expect(dry.stdout + script.stdout).not.toContain("is installed");
  });

  test("needs permission, whether it is typed or not", async () => {
    const { status, stderr } = await wirework(user, ["run", recipeFile(STEPS, ["ip"])]);
    expect({ status, stderr }).toEqual({
      status: 4,
      stderr: expect.stringContaining(notPermitted("echo", ["ip"]).message),
    });
  });
});
