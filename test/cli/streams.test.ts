import { expect, test } from "bun:test";
import { join } from "node:path";

import { someone } from "../support/host/no-namespaces.ts";
import { readableProject } from "../support/project.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { BARE, wirework } from "../support/wirework.ts";
import { failedCommand } from "../support/messages.ts";

/** Runs the launcher in a shell that redirects its streams */
function redirected(redirections: string, ...args: readonly string[]) {
  const argv = [
    ...someone.prefix,
    "sh",
    "-c",
    `"$@" ${redirections}`,
    "sh",
    join(readableProject(), "scripts/wirework"),
  ];
  const { exitCode, stdout, stderr } = Bun.spawnSync([...argv, ...args], { cwd: "/", env: BARE });
  return { status: exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}

test("--quiet prints nothing but what went wrong", async () => {
  expect(await wirework(someone, ["run", "point-to-point", "--quiet"])).toEqual({ status: 0, stdout: "", stderr: "" });
  const { status, stdout, stderr } = await wirework(someone, [
    "run",
    recipeFile("await $`ip link set C up`;"),
    "--quiet",
  ]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toStartWith(`wirework: ${failedCommand("ip link set C up", 1)}: Cannot find device`);
});

test.each(["run point-to-point", "run point-to-point --json", "list", "list --json"])(
  "an output that is full is a failure, told in a line: %s",
  (line) => {
    const { status, stderr } = redirected("> /dev/full", ...line.split(" "));
    expect(stderr).toBe("wirework: Cannot write the output: ENOSPC: no space left on device, write\n");
    expect(status).toBe(1);
  },
);

test("where errors cannot be written either, the status tells", () => {
  expect(redirected("> /dev/full 2>&1", "list").status).toBe(1);
  expect(redirected("2> /dev/full", "rum").status).toBe(2);
});

test.each(["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])("with %s a run goes well", (redirections) => {
  expect(redirected(redirections, "run", "point-to-point")).toMatchObject({ status: 0, stderr: "" });
});

test("a run reads nothing of its input: a loop's next line is still there", () => {
  const { stdout } = redirected("--quiet < /etc/passwd; head -n 1", "run", "point-to-point");
  expect(stdout).toBe("");
  const script = `"$@" run point-to-point --quiet; read -r line; echo "$line"`;
  const argv = [...someone.prefix, "sh", "-c", script, "sh", join(readableProject(), "scripts/wirework")];
  const ended = Bun.spawnSync(argv, { cwd: "/", env: BARE, stdin: Buffer.from("the next line\n") });
  expect(ended.stdout.toString()).toBe("the next line\n");
});
