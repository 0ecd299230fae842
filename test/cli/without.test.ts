/**
 * `wirework run RECIPE --without N`: what a step is for, seen by what fails without it.
 */
import { describe, expect, test } from "bun:test";

import { shareOf } from "../support/size.ts";
import { Mark } from "../support/mark.ts";
import { withoutNamespaces } from "../support/host/no-namespaces.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { allUsers, type User, users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";
import { failedCommand, gone } from "../support/messages.ts";

/** For each step that can be left out, the statements that do not hold then, and how many checks can't even be made */
const MISSED = {
  "custom-bridge": {
    1: { fails: [85, 88, 90, 89, 84], unreached: 0 },
    2: { fails: [86, 87], unreached: 11 },
    4: { fails: [87], unreached: 11 },
    5: { fails: [88, 90, 89, 73, 4, 4], unreached: 3 },
    6: { fails: [4, 4], unreached: 2 },
    7: { fails: [89], unreached: 0 },
    8: { fails: [84], unreached: 0 },
    9: { fails: [1], unreached: 0 },
  },
  "customise-docker0": {
    1: { fails: [75, 76, 76, 76, 80, 81, 82, 73, 72, 72, 72, 72], unreached: 0 },
    2: { fails: [76, 76, 78, 78, 72, 72, 72, 72], unreached: 2 },
    4: { fails: [80, 81, 82, 73, 73], unreached: 2 },
    5: { fails: [72, 72, 72, 72], unreached: 1 },
    6: { fails: [3], unreached: 0 },
  },
  dns: {
    1: { fails: [20], unreached: 0 },
    2: { fails: [25, 26, 29, 30, 31], unreached: 0 },
    3: { fails: [33, 34, 35, 36, 38, 39, 39, 39, 28], unreached: 1 },
    4: { fails: [37, 39, 39, 39, 37], unreached: 0 },
    5: { fails: [34, 35, 36, 38, 39, 39, 39, 28], unreached: 1 },
    6: { fails: [40, 36, 38], unreached: 0 },
    7: { fails: [27], unreached: 0 },
  },
  forwarding: {
    1: { fails: [45, 43, 83], unreached: 0 },
    2: { fails: [44, 43, 83, 44, 44, 83, 42, 42, 42, 42], unreached: 10 },
    3: { fails: [83, 83], unreached: 1 },
    4: { fails: [44, 83, 42], unreached: 0 },
    5: { fails: [42, 42, 42], unreached: 0 },
    6: { fails: [46, 42], unreached: 0 },
  },
  "how-docker-networks": {
    1: { fails: [6, 7, 8, 92, 95, 97, 97, 91, 91, 96, 98, 5, 5, 113, 113, 113], unreached: 6 },
    2: { fails: [95, 97], unreached: 0 },
    3: { fails: [94, 94, 95, 97, 97, 91, 91, 96, 5, 5, 113, 113], unreached: 0 },
    4: { fails: [94, 97, 97, 91, 91, 5, 113], unreached: 0 },
    5: { fails: [95, 97, 97, 91, 91, 96, 5, 5, 113, 113], unreached: 0 },
    6: { fails: [97, 97, 96, 5], unreached: 0 },
    7: { fails: [113], unreached: 0 },
  },
  "link-icc-false": {
    1: { fails: [48, 48], unreached: 2 },
    2: { fails: [49, 49, 57, 54, 54, 53, 53], unreached: 0 },
    4: { fails: [49, 49, 57, 58, 35, 54, 54, 54, 55, 54, 53, 53, 53], unreached: 12 },
    5: { fails: [57, 58, 35, 54, 54, 54], unreached: 5 },
    6: { fails: [55, 54, 53, 53], unreached: 4 },
    7: { fails: [55, 54, 53, 53], unreached: 4 },
    8: { fails: [53, 52], unreached: 2 },
  },
  listen: {
    1: { fails: [14, 14, 14], unreached: 2 },
    2: { fails: [51, 14, 14, 14], unreached: 2 },
    3: { fails: [51, 14, 14, 14], unreached: 2 },
    4: { fails: [14, 14, 14], unreached: 2 },
  },
  "net-container": {
    1: { fails: [], unreached: 11 },
    2: { fails: [104, 104, 22, 105, 105, 106, 106], unreached: 3 },
    3: { fails: [22], unreached: 0 },
    4: { fails: [105], unreached: 0 },
  },
  "net-host": {
    1: { fails: [99, 99, 99, 100, 100, 101, 102, 103], unreached: 1 },
    2: { fails: [100, 102], unreached: 0 },
    3: { fails: [101, 101], unreached: 0 },
    5: { fails: [103], unreached: 1 },
  },
  "net-none-manual": {
    1: { fails: [107, 93, 108, 96, 110, 110, 97, 111], unreached: 2 },
    2: { fails: [109, 107, 108, 96, 110, 110, 97, 112, 112], unreached: 0 },
    4: { fails: [108, 96, 110, 110, 97], unreached: 0 },
    5: { fails: [108, 96, 110, 110, 97, 111], unreached: 0 },
    6: { fails: [97, 112], unreached: 1 },
    7: { fails: [111, 112], unreached: 0 },
    8: { fails: [112], unreached: 0 },
  },
  "own-subnets": {
    1: { fails: [119, 119, 43], unreached: 0 },
    2: { fails: [119, 119, 119, 119, 43, 43], unreached: 6 },
    3: { fails: [119, 119, 43, 43], unreached: 0 },
    4: { fails: [119, 119, 43, 43], unreached: 0 },
    5: { fails: [43, 43], unreached: 0 },
  },
  "point-to-point-add": {
    1: { fails: [4, 124, 124, 124, 9, 124, 124, 124, 124, 124], unreached: 10 },
    2: { fails: [124, 124, 124, 124, 124, 124, 124, 124], unreached: 0 },
    3: { fails: [124, 124, 124, 124, 124, 124, 124], unreached: 0 },
  },
  "point-to-point-host": {
    1: { fails: [126, 126, 126, 125, 125, 126, 125, 125, 125, 125], unreached: 8 },
    2: { fails: [125, 126, 125, 125, 125], unreached: 0 },
    3: { fails: [125, 125, 126, 125, 125, 125], unreached: 0 },
    4: { fails: [125], unreached: 0 },
  },
  "point-to-point": {
    1: { fails: [122, 122, 122, 120, 123, 123, 123], unreached: 6 },
    2: { fails: [122, 122, 122, 123], unreached: 0 },
    3: { fails: [122, 122, 122, 123], unreached: 0 },
    4: { fails: [123], unreached: 0 },
  },
  privileged: {
    1: { fails: [115, 115, 115, 116, 114], unreached: 0 },
    2: { fails: [115, 114], unreached: 0 },
    4: { fails: [116], unreached: 0 },
  },
  star: {
    1: { fails: [8, 4, 4], unreached: 0 },
    2: { fails: [8, 4, 4], unreached: 1 },
  },
} as const;

const EACH = Object.entries(MISSED).flatMap(([recipe, steps]) =>
  Object.entries(steps).map(([step, missed]) => ({ recipe, step, ...missed })),
);

/** Each of them waits long for what does not come */
const TESTED = shareOf("steps left out", EACH, { quick: 0.1, full: 0.34 });

/** Steps that only look, which it is no use to leave out */
const LOOKING: Readonly<Record<string, readonly number[]>> = {
  "custom-bridge": [3],
  "customise-docker0": [3],
  "link-icc-false": [3],
  listen: [5],
  "net-container": [5, 6],
  "net-host": [4, 6],
  "net-none-manual": [3],
  privileged: [3],
};

async function without(user: User, recipe: string, step: string, ...options: readonly string[]) {
  const mark = new Mark();
  const args = ["run", recipe, "--without", step, ...options];
  const ended = await wirework(user, args, { environment: mark.environment });
  return { ...ended, left: mark.processes() };
}

/** What it says of itself to a program */
async function told(user: User, recipe: string, step: string, ...options: readonly string[]) {
  const { stdout, ...ended } = await without(user, recipe, step, "--json", ...options);
  expect(ended).toEqual({ status: 0, stderr: "", left: [] });
  const { checks, without: left, ...document } = JSON.parse(stdout);
  const failing = checks.filter(({ ok }: { readonly ok: boolean }) => !ok);
  return { fails: failing.map(({ claim }: { readonly claim: number }) => claim), left, document, checks };
}

describe.each(users)("as $name", (user) => {
  test.concurrent.each(TESTED)("$recipe without step $step", async ({ recipe, step, fails, unreached }) => {
    const { fails: seen, left, document } = await told(user, recipe, step);
    expect({ fails: seen, unreached: left.unreached }).toEqual({ fails: [...fails], unreached });
    expect(document).toMatchObject({ schema: 1, recipe, on: "sandbox", ok: true, exit: 0, left: [] });
    expect(left.step).toBe(Number(step));
    expect(left.lines).not.toEqual([]);
    const ran = document.steps[left.step - 1].commands.map(({ text }: { readonly text: string }) => text);
    expect(ran).not.toContain(left.lines[0]);
  });
});

test("every step of every recipe is in the table, or only looks", async () => {
  for (const [recipe, steps] of Object.entries(MISSED)) {
    const { stdout } = await wirework(withoutNamespaces, ["show", recipe, "--json"]);
    const numbers = JSON.parse(stdout).steps.map((_: string, at: number) => at + 1);
    const known = [...Object.keys(steps).map(Number), ...(LOOKING[recipe] ?? [])];
    expect(known.toSorted((one, other) => one - other)).toEqual(numbers);
  }
});

describe.each(users)("as $name", (user) => {
  test("a person sees what is left out, what fails of that, and which checks; nothing is left", async () => {
    const before = takeSnapshot();
    const { status, stdout, stderr, left } = await without(user, "point-to-point", "4");
    expect({ status, stderr, left }).toEqual({ status: 0, stderr: "", left: [] });
    expect(takeSnapshot()).toEqual(before);
    expect(stdout).toMatch(/^left out: sudo ip netns exec \d+ ip route del 10\.1\.1\.2\/32 dev A$/m);
    expect(stdout).toMatch(/^✗ 123 {2}without its route the peer can't be reached$/m);
    expect(stdout).toEndWith(
      [
        "point-to-point without step 4, The bare assertion made by ip route: without it, and with it again:",
        "  1 of its 7 checks fails, for the article's statement 123",
        gone("sandbox").trimEnd(),
        "",
      ].join("\n"),
    );
  });
});

const [user = { name: "self", prefix: [] } as const] = allUsers.slice(-1);

test("a command that fails for want of the step is shown with its own words; the cause once", async () => {
  const { status, stdout } = await without(user, "custom-bridge", "2");
  expect(status).toBe(0);
  const lines = stdout.split("\n");
  const failed = lines.indexOf("$ sudo service docker start");
  expect(failed).toBeGreaterThan(0);
  expect(lines[failed + 1]).toContain("bridge0");
  expect(stdout).toContain(
    `\nthe run stops here: ${failedCommand("docker ps --quiet", 1)}: Cannot connect to the Docker`,
  );
  expect(stdout).toContain("\n  11 could not even be run\n");
});

test("a program learns where it stopped, and that another run came to its end", async () => {
  expect((await told(user, "custom-bridge", "2")).left.stop).toStartWith("`docker ps --quiet` failed");
  expect((await told(user, "point-to-point", "4")).left.stop).toBeNull();
});

test("a check whose container was never started could not run: that is no failure of what it says", async () => {
  const { status, stdout } = await without(user, "custom-bridge", "6");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^–   4 {2}the two reach each other\n {7}could not run: .*No such object: 3f2cd3a4e05b$/m);
  expect(stdout).toMatch(/\n {2}2 checks could not /);
  // What was asked for a check is no line of the recipe's
  expect(stdout).not.toMatch(/^✗ exit status/m);
});

test("what isn't there to be read goes by what the article prints, and the rest is asked", async () => {
  const { status, stdout } = await without(user, "custom-bridge", "1");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^✗ `ls \/sys\/class\/net\/bridge0\/brif` printed ""/m);
  expect(stdout).toMatch(/^✗ {2}88 {2}the address is in our range$/m);
  expect(stdout).not.toContain("UnexpectedOutput");
});

test("a step that no check is for is a failure", async () => {
  const file = recipeFile(
    [
      'step("Seen by a check");',
      "await $`sudo ip link add A type veth peer name B`;",
      'step("Seen by none");',
      "await $`sudo ip link set A up`;",
      'await check(1, "A is there").shows($`ip -brief link`, "A@B");',
    ].join("\n"),
  );
  expect(await without(user, file, "1", "--quiet")).toEqual({
    status: 0,
    stdout: "my-link without step 1, Seen by a check:\n  its 1 check fails, for the article's statement 1\n",
    stderr: "",
    left: [],
  });
  expect(await without(user, file, "2", "--quiet")).toEqual({
    status: 1,
    stdout: "",
    stderr: "wirework: Without step 2 all checks of my-link pass: none needs it\n",
    left: [],
  });
});

test("what the recipe may not run is refused as ever", async () => {
  const file = recipeFile(
    ['step("One");', "await $`sudo ip link add A type veth peer name B`;", 'step("Two");', "await $`brctl show`;"].join(
      "\n",
    ),
  );
  const { status, stderr } = await without(user, file, "1", "--quiet");
  expect(status).toBe(4);
  expect(stderr).toContain("brctl");
});

describe("what can't be left out is refused before anything is opened", () => {
  test.each([["0"], ["5"], ["1.5"], ["-1"], ["two"], ["99999999999999999999"]])("step %s", async (step) => {
    const { status, stdout, stderr } = await wirework(withoutNamespaces, [
      "run",
      "point-to-point",
      `--without=${step}`,
    ]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(
      `wirework: Cannot skip step "${step}": point-to-point has steps 1 to 4\n  try: wirework show point-to-point, which numbers its steps\n`,
    );
  });

  test.each([
    ["custom-bridge", "--without=3", "it changes nothing"],
    ["point-to-point", "--without=2 --dry-run", "Cannot use --without with --dry-run"],
    ["point-to-point", "--without=2 --keep", "Cannot use --without with --keep"],
    ["point-to-point", "--without=2 --on=host", "Cannot skip a step on this machine itself"],
  ])("%s %s", async (recipe, options, words) => {
    const ended = await wirework(withoutNamespaces, ["run", recipe, ...options.split(" ")]);
    expect(ended).toMatchObject({ status: 2, stdout: "" });
    expect(ended.stderr).toContain(words);
  });

  test("a recipe that reads what a command prints has no steps that could be told; show says so", async () => {
    const file = recipeFile('step("One");\n(await $`ip -json link`).json();');
    const { status, stderr } = await wirework(withoutNamespaces, ["run", file, "--without=1"]);
    expect(status).toBe(2);
    expect(stderr).toStartWith("wirework: Cannot list the steps of my-link without running it: JSON Parse error");
    expect(stderr).toContain(`  cause: SyntaxError at ${file}:5\n  try: `);
    const shown = await wirework(withoutNamespaces, ["show", file]);
    expect(shown).toMatchObject({ status: 0, stderr: "" });
    expect(shown.stdout).toEndWith("Steps\n  known only in a run: they depend on the output of commands\n");
    expect(JSON.parse((await wirework(withoutNamespaces, ["show", file, "--json"])).stdout).steps).toBeNull();
  });

  test("a recipe without steps has none to leave out", async () => {
    const { status, stderr } = await wirework(withoutNamespaces, [
      "run",
      recipeFile("await $`ip link`;"),
      "--without=1",
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^wirework: .*"1".*\bmy-link\b/);
  });
});

describeOnDocker("on a Docker host", () => {
  test.each([
    ["custom-bridge", "7", [89]],
    ["link-icc-false", "2", [49, 49, 57, 54, 54, 53, 53]],
  ] as const)("%s without step %s fails as on the sandbox", async (recipe, step, fails) => {
    const before = takeSnapshot();
    const { fails: seen } = await told({ name: "root", prefix: [] }, recipe, step, "--on=docker");
    expect(seen).toEqual([...fails]);
    expect(takeSnapshot()).toEqual(before);
  });
});
