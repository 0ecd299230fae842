/** Checks before anything runs: types, format, lint, and shell scripts. */
import { $ } from "bun";

const SHELL_SCRIPTS = [
  "scripts/wirework",
  "scripts/test",
  "scripts/bench",
  "scripts/docs",
  "scripts/mutate",
  ".ci/run",
];

/** Lists the commands as words */
export function checks(): readonly (readonly [string, ...string[]])[] {
  const scripts = [...new Bun.Glob("{scripts,lib/builtins}/**/*.sh").scanSync()].toSorted();
  return [
    [process.execPath, "check"],
    [process.execPath, "fmt", "--check"],
    ["node_modules/.bin/oxlint", "--deny-warnings"],
    ["shellcheck", "-x", ...SHELL_SCRIPTS, ...scripts],
  ];
}

/** Runs them, and returns the names of those that failed */
export async function failedChecks(): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const [program, ...args] of checks()) {
    const name = [program.split("/").at(-1), ...args.slice(0, 1)].join(" ");
    console.log(name);
    const { exitCode } = await $`${program} ${args}`.nothrow();
    if (exitCode !== 0) failed.push(name);
  }
  return failed;
}
