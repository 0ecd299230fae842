/** The environment that the launcher hands over: the same, but for what would run something else. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { run, seen } from "./run.ts";
import { ThrowAwayProject } from "./throw-away-project.ts";

let project: ThrowAwayProject;

beforeAll(async () => {
  project = await ThrowAwayProject.installed();
});

afterAll(() => project[Symbol.asyncDispose]());

test.each([
  ["ZX_PREFIX", "touch hostile;"],
  ["ZX_SHELL", "two\nlines"],
  ["ZX_", "the shortest name"],
  ["BUN_OPTIONS", "--preload=/nonexistent.ts"],
  ["BUN_CONFIG_VERBOSE_FETCH", "curl"],
  ["LD_LIBRARY_PATH", "/nonexistent"],
  ["LD_PRELOAD", "libc.so.6"],
  ["NODE_OPTIONS", "--no-such-option"],
  ["BASH_ENV", "/nonexistent"],
  ["ENV", "/nonexistent"],
])("%s=%j is cleared", async (name, value) => {
  const environment = { [name]: value };
  const saw = seen(await run([project.launcher], { environment }));
  expect(saw.environment).not.toHaveProperty(name);
});

test.each([
  ["", ""],
  ["/nonexistent", "/nonexistent:"],
])("PATH=%j, without the system's programs, gets the system's folders", async (given, begins) => {
  const saw = seen(await run([project.launcher], { environment: { PATH: given } }));
  expect(saw.environment["PATH"]).toBe(`${begins}/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`);
});

test.each([
  ["a name that only resembles one", { MY_ZX_PREFIX: "1", BUNDLE: "1", LDFLAGS: "-L.", NODE_OPTIONS_: "1" }],
  ["no value", { EMPTY: "" }],
  ["characters of the shell's", { VALUE: "$(id) `id` 'x' \\ \\n * ~ \"" }],
  ["lines like cleared variables", { VALUE: "\nZX_A=1\nexport LD_A-b='1'\nexport ZX_A b" }],
  ["lines like other variables", { VALUE: "\nexport HOME='x'\nexport PATH\n", HOME: "/nonexistent" }],
  ["the launcher's own names", { bun: "1", installed: "1", line: "1", lock: "1", name: "1" }],
  ["its other names", { hard: "1", soft: "1", package: "1", project: "1", script: "1", system: "1", target: "1" }],
])("variables with %s are kept to the letter", async (_, environment) => {
  const saw = seen(await run([project.launcher], { environment }));
  expect(saw.environment).toMatchObject(environment);
});
