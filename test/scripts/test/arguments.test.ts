/**
 * What `scripts/test` can't run is refused before anything is installed or run.
 */
import { expect, test } from "bun:test";

const SCRIPT = new URL("../../../scripts/test", import.meta.url).pathname;

function run(...words: readonly string[]) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([SCRIPT, ...words]);
  return { status: exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}

const BAD: readonly (readonly [words: readonly string[], named: string])[] = [
  [["--fast"], "--fast"],
  [["-x"], "-x"],
  [["--seed"], "no seed"],
  [["--seed", ""], "seed"],
  [["--seed", "seven"], "seven"],
  [["--seed", "-1"], "-1"],
  [["--seed", "1.5"], "1.5"],
  [["--seed", "2147483648"], "2147483648"],
  [["--seed", "99999999999999999999"], "99999999999999999999"],
  [["test/none.test.ts"], "test/none.test.ts"],
  [["README.md"], "README.md"],
  [["test"], "test"],
  [["test/readme.test.ts", "--full"], "--full"],
];

test.each(BAD)("%p is refused with 2 and one line that names it", (words, named) => {
  const { status, stdout, stderr } = run(...words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^scripts\/test: [^\n]+\n$/);
  expect(stderr).toContain(named);
});

test("--help tells how it is called", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("scripts/test [--full | --all] [--seed N] [FILE...]\n");
});
