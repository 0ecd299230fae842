/** A recipe that is started by itself, beside a launcher of the test's own. */
import { beforeAll, describe, expect, test } from "bun:test";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { emptyFolder } from "../support/recipe-file.ts";
import { BARE_FOR_BUN } from "../support/wirework.ts";

let folder = "";

beforeAll(() => {
  folder = emptyFolder();
  for (const inner of ["lib/recipe", "scripts"]) mkdirSync(join(folder, inner), { recursive: true });
  copyFileSync(join(import.meta.dir, "../../lib/recipe/hand-over.ts"), join(folder, "lib/recipe/hand-over.ts"));
  writeFileSync(
    join(folder, "recipe.ts"),
    'import { handOver } from "./lib/recipe/hand-over.ts";\nconst made = {};\nhandOver(made);\nexport default made;\n',
  );
});

/** Makes the launcher, and starts a program of the folder */
function start(launcher: string, program: string, ...args: readonly string[]) {
  const file = join(folder, "scripts/wirework");
  writeFileSync(file, `#!/bin/sh\n${launcher}\n`);
  chmodSync(file, 0o755);
  return Bun.spawn([process.execPath, "--no-env-file", "--config=/dev/null", join(folder, program), ...args], {
    cwd: folder,
    env: { ...BARE_FOR_BUN },
    stdio: [Buffer.from("typed\n"), "pipe", "pipe"],
  });
}

async function ended(running: ReturnType<typeof start>) {
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  return { stdout, stderr, status };
}

test("the launcher runs it with its arguments and streams, and its exit status is the program's", async () => {
  const launcher = 'printf "%s\\n" "$@"; cat; echo problem >&2; exit 7';
  expect(await ended(start(launcher, "recipe.ts", "--from", "a b", ""))).toEqual({
    stdout: `run\n${join(folder, "recipe.ts")}\n--from\na b\n\ntyped\n`,
    stderr: "problem\n",
    status: 7,
  });
});

test("a run that succeeds is a success", async () => {
  expect(await ended(start("exit 0", "recipe.ts"))).toEqual({ stdout: "", stderr: "", status: 0 });
});

describe("a program that only imports it is left alone", () => {
  test.each(["", "export default 5;", "export default {};"])("with %j", async (rest) => {
    writeFileSync(join(folder, "other.ts"), `import "./recipe.ts";\nconsole.log("mine");\n${rest}\n`);
    expect(await ended(start("echo launched", "other.ts"))).toEqual({ stdout: "mine\n", stderr: "", status: 0 });
  });
});

test.each(["INT", "TERM", "HUP"] as const)("SIG%s is passed on", async (signal) => {
  const launcher = `sleep 600 >&- 2>&- & trap 'kill $!; echo ended; exit 9' ${signal}; echo ready; wait`;
  const running = start(launcher, "recipe.ts");
  let stdout = "";
  for await (const chunk of running.stdout) {
    stdout += Buffer.from(chunk).toString();
    if (stdout === "ready\n") running.kill(`SIG${signal}`);
  }
  expect({ stdout, status: await running.exited }).toEqual({ stdout: "ready\nended\n", status: 9 });
});
