import { describe, expect, test } from "bun:test";

import { BARE, startWirework, wirework } from "../../support/wirework.ts";
import { fileWith, recipeFile } from "../../support/recipe-file.ts";
import { readableProject } from "../../support/project.ts";
import { withoutNamespaces } from "../../support/host/no-namespaces.ts";
import { naming, pattern } from "../../support/naming.ts";
import { errorOf } from "../../support/error-of.ts";

/** What is printed where no sandbox could be opened, as nothing is to run */
async function printed(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await wirework(withoutNamespaces, ["script", ...args]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

test("the script is all that is printed, and ends with its line", async () => {
  const script = await printed("point-to-point");
  expect(script).toStartWith(
    "#!/usr/bin/env bash\n# point-to-point: Join two containers by one cable, with no bridge\n",
  );
  expect(script).toEndWith("\nfi\n");
});

test("--json has it as one document", async () => {
  expect(JSON.parse(await printed("point-to-point", "--json"))).toEqual({
    schema: 1,
    recipe: "point-to-point",
    script: await printed("point-to-point"),
  });
});

test.each(["point-to-point --from 10.9.0.1 --to=10.9.0.2", "--with from=10.9.0.1 to=10.9.0.2 point-to-point"])(
  "other values stand in its lines, and in its head: %s",
  async (line) => {
    const script = await printed(...line.split(" "));
    expect(script).toContain('\n  sudo ip netns exec "$pid1" ip addr add 10.9.0.1/32 dev A\n');
    expect(script).toContain("\n# Written by: wirework script point-to-point --from 10.9.0.1 --to 10.9.0.2\n");
  },
);

test("what is typed for the machine's own address is not asked there", async () => {
  const script = await printed("net-none-manual", "--gateway=172.17.0.1", "--address=172.17.0.99/16");
  expect(script).toContain('\n  sudo ip netns exec "$pid" ip route add default via 172.17.0.1\n');
  expect(script).not.toContain("address_on");
});

describe("bash runs it", () => {
  const WIREWORK = "scripts/wirework";

  test.each([
    ["from a file", `${WIREWORK} script point-to-point >"$1/x.sh" && bash "$1/x.sh" --help`],
    ["without a file", `bash <(${WIREWORK} script point-to-point) --help`],
    ["over a pipe", `${WIREWORK} script point-to-point | bash -s -- --help`],
  ])("%s", async (_how, line) => {
    const folder = fileWith("").replace(/\/[^/]*$/, "");
    const running = Bun.spawn(["bash", "-c", line, "bash", folder], {
      cwd: readableProject(),
      env: BARE,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toStartWith("usage: bash point-to-point.sh [--keep]\n");
  });
});

test("--help has the command's options, and the recipe's", async () => {
  const text = await printed("point-to-point", "--help");
  expect(text).toContain("--from ADDRESS");
  expect(text).toContain("--on sandbox|docker|host");
  expect(await printed("--help")).toContain("script RECIPE|FILE.ts");
});

describe("a recipe with a line that can't be undone", () => {
  const file = recipeFile("await $`sudo ln -sf /one /two`;", ["ln"]);

  test.each([["script"], ["script --on host"]])("%s refuses it, and says why", async (line) => {
    const { status, stdout, stderr } = await wirework(withoutNamespaces, [...line.split(" "), file]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(pattern(["`sudo ln -sf /one /two`", "cause", "try: --on sandbox", "$.irreversible("]));
  });

  test.each(["sandbox", "docker"])("--on %s tells it in the script", async (on) => {
    expect(await printed("--on", on, file)).toMatch(/\n {2}# [^\n]*\n {2}sudo ln -sf \/one \/two\n/);
  });
});

describe("bad input ends with 2, and prints no script", () => {
  test.each([
    ["usage", "", ["write a script of a recipe"]],
    ["recipe", "point-to-pint", ['"point-to-pint"', '"point-to-point"']],
    ["recipe", "./not-there.ts", ['"./not-there.ts"']],
    ["usage", "point-to-point --from 10.1", ["--from", '"10.1"']],
    ["usage", "point-to-point --from 10.1.1.2", ["--from", "--to", '"10.1.1.2"']],
    ["usage", "point-to-point --form 10.1.1.2", ['"--form"', '"--from"']],
    ["usage", "point-to-point --on moon", ['"moon"', "sandbox, docker and host"]],
    ["usage", "point-to-point --with", ["--with"]],
    ["usage", "point-to-point extra", ['"extra"']],
  ] as const)("%s: script %s", async (kind, line, values) => {
    const args = line.split(" ").filter((word) => word !== "");
    const ended = await wirework(withoutNamespaces, ["script", "--json", ...args]);
    expect(ended.status).toBe(2);
    expect(errorOf(ended)).toMatchObject({ kind, message: naming(...values) });
  });

  test("as one document, with --json", async () => {
    const { status, stdout, stderr } = await wirework(withoutNamespaces, ["script", "nothing", "--json"]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, exit: 2 });
  });
});

test("an output that nobody reads ends it with 141", async () => {
  const running = startWirework(withoutNamespaces, ["script", "point-to-point"]);
  await running.stdout.cancel();
  expect(await running.exited).toBe(141);
});

test.each(["script", "steps"])(
  "%s says of a recipe that reads what a command prints where it stops",
  async (command) => {
    const file = recipeFile("(await $`ip -json link`).json();");
    const { status, stdout, stderr } = await wirework(withoutNamespaces, [command, file]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^wirework: .*\bmy-link\b.*JSON Parse error/);
    expect(stderr).toContain(`\n  cause: SyntaxError at ${file}:4\n`);
  },
);
