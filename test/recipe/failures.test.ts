import { describe, expect, test } from "bun:test";

import type { RunReport } from "../../lib/recipe/run/report.ts";
import { findCause } from "../../lib/shell/failure/causes.ts";
import { Mark } from "../support/mark.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { allUsers, type User, users } from "../support/machine/users.ts";
import { type Ended, wirework } from "../support/wirework.ts";
import { failedCheck, failedCommand, notPermitted } from "../support/messages.ts";

/** Runs a recipe that fails, and sees to it that nothing is left */
async function fail(user: User, file: string, ...options: readonly string[]): Promise<Ended> {
  const before = takeSnapshot();
  const mark = new Mark();
  const ended = await wirework(user, ["run", file, ...options], { environment: mark.environment });
  expect(mark.processes()).toEqual([]);
  expect(takeSnapshot()).toEqual(before);
  return ended;
}

describe.each(users)("as $name", (user) => {
  test.concurrent("a check that does not hold fails the run", async () => {
    const file = recipeFile('await check(7, "a wonder").shows($`ip -brief link show lo`, "nonsense");');
    const { status, stdout, stderr } = await fail(user, file);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^✗ +7 {2}a wonder\n +ran: +ip -brief link show lo\n +expected: nonsense\n +saw: +lo UNKNOWN /m,
    );
    expect(stdout).not.toContain("hold");
    expect(stderr).toMatch(
      new RegExp(
        `^wirework: ${RegExp.escape(failedCheck(7, "a wonder", "nonsense", "lo UNKNOWN"))} [^\n]*\n {2}try: .* --keep.*\n$`,
      ),
    );
  });

  test.concurrent("a command that fails ends the run, with its own words, the cause and the way out", async () => {
    const file = recipeFile("await $`sudo ip link add A type veth peer name B`;\nawait $`sudo ip link set C up`;");
    const { status, stdout, stderr } = await fail(user, file);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^\$ sudo ip link set C up\n✗ \d+ ms\n$/m);
    expect(stderr).toBe(
      [
        `wirework: ${failedCommand("sudo ip link set C up", 1)}: Cannot find device "C"`,
        `  cause: ${findCause('Cannot find device "C"')?.cause}`,
        "  try: ip link show",
        "",
      ].join("\n"),
    );
  });

  test.concurrent("a program outside of the permissions is refused with status 4", async () => {
    const { status, stderr } = await fail(user, recipeFile("await $`rm -rf /`;"));
    expect(status).toBe(4);
    expect(stderr).toBe(
      `wirework: ${notPermitted("rm", ["ip"]).message}\n  try: ${notPermitted("rm", ["ip"]).tryThis}\n`,
    );
  });
});

const [someone] = allUsers as readonly [User];

test.concurrent.each(["sudo rm x", "ip netns exec 7 rm x", "sudo ip netns exec 7 sudo rm x", "nsenter --net=/x rm x"])(
  "`%s` is refused for its rm, before it or anything else is run",
  async (line) => {
    const file = recipeFile(`await $\`${line}\`;`, ["ip", "nsenter"]);
    const { status, stdout, stderr } = await wirework(someone, ["run", file]);
    expect({ status, stdout }).toEqual({ status: 4, stdout: "" });
    expect(stderr).toStartWith(`wirework: ${notPermitted("rm", ["ip", "nsenter"]).message}\n`);
  },
);

test.concurrent("a check in a recipe that may not ping is refused as well", async () => {
  const steps = 'await check(1).ping(await $.terminal("1f1f4c1f931a")`sudo docker run -i -t base bash`, "127.0.0.1");';
  const { status, stderr } = await wirework(someone, ["run", recipeFile(steps, ["docker"])]);
  expect(status).toBe(4);
  expect(stderr).toStartWith(`wirework: ${notPermitted("ping", ["docker"]).message}\n`);
});

test.concurrent("a check that somebody caught fails the run all the same", async () => {
  const file = recipeFile('try { await check(7, "x").hides($`ip -brief link`, "lo"); } catch {}');
  const { status, stderr } = await wirework(someone, ["run", file]);
  expect(status).toBe(1);
  expect(stderr).toStartWith(`wirework: ${failedCheck(7, "x", "no lo", "lo UNKNOWN")}`);
});

describe("an error of the recipe's own code is told with its line, and without a stack", () => {
  test.concurrent.each([
    [
      'const x = JSON.parse("null");\nx.y(x);',
      /null is not an object.*\n {2}cause: TypeError at \/.*\/my-link\.ts:5\n$/,
    ],
    ["await $`ip link`;\n\nnothing();", /nothing is not defined\n {2}cause: ReferenceError at \/.*\/my-link\.ts:6\n$/],
    ['throw "a word"', /^wirework: a word\n$/],
    ["const help = () => { throw new Error('deep') };\nhelp();", /deep\n {2}cause: Error at \/.*\/my-link\.ts:4\n$/],
    ["await $`ip link | wc`;", /Cannot use "\|" in .*\n {2}cause: TemplateError at \/.*\/my-link\.ts:4\n$/],
    ["await $`ip link show ${{}}`;", /Cannot use .* as value 1 of .*\n {2}cause: TypeError at \/.*\/my-link\.ts:4\n$/],
    ['await $.as("x", pid("1"))`ip link`;', /^wirework: `ip link` .*"1: lo: .*my-link\.ts:4\n$/s],
    [
      "setTimeout(() => { throw new Error('late') }, 1);\nawait Bun.sleep(5000);",
      /late\n {2}cause: Error at .*my-link\.ts:4\n$/,
    ],
  ])("%s", async (steps, told) => {
    const { status, stderr } = await wirework(someone, ["run", recipeFile(steps)]);
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
  });
});

describe("a forgotten await fails the run", () => {
  test.concurrent.each([
    ["$`ip link`;", "`ip link`"],
    ["$`ip link`;\nawait $`ip addr`;", "`ip link`"],
    ['check(1).shows($`ip link`, "lo");', "`ip link`"],
    ['$.as("x", pid("1"))`ip link`;', "`ip link`"],
    ['const t = await $.terminal("1f1f4c1f931a")`sudo docker run -i -t base bash`;\nt.type`sleep 9`;', "`sleep 9`"],
  ])("%s", async (steps, command) => {
    const { status, stderr } = await wirework(someone, ["run", recipeFile(steps, ["ip", "docker"])]);
    expect(stderr).toMatch(new RegExp(`^wirework: .*${command} .*\\bawait\\b.*\n$`));
    expect(status).toBe(1);
  });
});

test.concurrent.each([
  ['const x = $.as("x", pid("1"))`ip link`;\nawait $`ip link show ${x}`', / promise .* value 1 of /],
  [
    'check(1).shows($`ip link`, "x");\nawait Bun.sleep(5000);',
    new RegExp(RegExp.escape(failedCheck(1, "ip link", "x", "1: lo:"))),
  ],
])("what comes before a forgotten await is told of: %s", async (steps, told) => {
  const { status, stderr } = await wirework(someone, ["run", recipeFile(steps)]);
  expect(stderr).toMatch(told);
  expect(status).toBe(1);
});

test.concurrent("the document of a failed run tells what was done, and the error", async () => {
  const file = recipeFile('step("One");\nawait $`ip -brief link show lo`;\nawait $`sudo ip link set C up`;');
  const { status, stdout, stderr } = await wirework(someone, ["run", "--json", file]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  const report = JSON.parse(stdout) as RunReport; // of schema 1: see below
  expect(report).toEqual({
    schema: 1,
    recipe: "my-link",
    on: "sandbox",
    ok: false,
    steps: [{ comment: "One", commands: [expect.anything(), expect.anything()] }],
    checks: [],
    left: [],
    ms: expect.any(Number),
    error: {
      kind: "failed-command",
      message: expect.stringMatching(/^`sudo ip link set C up`.* 1: Cannot find device "C"$/),
      cause: expect.any(String),
      try: "ip link show",
    },
    exit: 1,
  });
  expect(report.steps[0]?.commands[1]).toEqual({
    text: "sudo ip link set C up",
    argv: ["sudo", "ip", "link", "set", "C", "up"],
    exit: 1,
    stdout: "",
    stderr: 'Cannot find device "C"\n',
    ms: expect.any(Number),
  });
});
