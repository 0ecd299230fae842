import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { recipeNames } from "../../../lib/recipe/load.ts";
import { fileWith, recipeFile } from "../../support/recipe-file.ts";
import { Mark } from "../../support/mark.ts";
import { withoutNamespaces } from "../../support/host/no-namespaces.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { allUsers, users } from "../../support/machine/users.ts";
import { startWirework, wirework } from "../../support/wirework.ts";
import { naming } from "../../support/naming.ts";
import { errorOf } from "../../support/error-of.ts";

const TUTORIAL = join(import.meta.dir, "../../tutorial");
const FOLLOWING = recipeNames().filter((name) => existsSync(join(TUTORIAL, `${name}.txt`)));

/** What is printed where no sandbox could be opened, as nothing is to run */
async function printed(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await wirework(withoutNamespaces, ["steps", ...args]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

/** Whether all lines of the article's are there; where it left some out, more may be */
function hasLines(here: readonly string[], article: readonly string[]): boolean {
  return article.includes("...")
    ? article.every((line) => line === "..." || here.includes(line))
    : Bun.deepEquals(here, article);
}

/** The article's own lines: comments, and what is typed on the host and in containers */
function articleLines(text: string): readonly string[] {
  return text.split("\n").filter((line) => /^(?:#|\$\$?) /.test(line));
}

describe("the article's lines, to the letter and in order", () => {
  test("there are recipes that follow it", () => {
    expect(FOLLOWING).toEqual(expect.arrayContaining(["custom-bridge", "link-icc-false", "net-none-manual"]));
    expect(FOLLOWING).toContain("point-to-point");
  });

  test.each(FOLLOWING)("%s", async (name) => {
    const article = readFileSync(join(TUTORIAL, `${name}.txt`), "utf8");
    const text = await printed(name);
    expect(articleLines(text)).toEqual(articleLines(article));
    // Whatever else is there is marked as ours
    expect(
      text
        .trimEnd()
        .split("\n")
        .filter((line) => !/^(?:##?|\$\$?|\+\+?) /.test(line)),
    ).toEqual([]);
  });
});

test("what the article has in words only is marked as ours, on the host and in a container", async () => {
  const lines = (await printed("custom-bridge")).split("\n");
  expect(lines).toContain("## A new container gets an address in our range");
  expect(lines).toContain("+ sudo docker run -i -t --rm base /bin/bash");
  expect(lines).toContain("++ ip route");
});

test("an article's terminal may be left in words only", async () => {
  expect((await printed("net-none-manual")).split("\n")).toContain("++ exit");
});

describe("other values stand in the lines", () => {
  const OTHER = ["--from=10.9.0.1", "--to=10.9.0.2"];

  test.each([
    "--with from=10.9.0.1 to=10.9.0.2 point-to-point",
    "point-to-point --with=from=10.9.0.1 --with to=10.9.0.2",
    "--with from=10.9.0.1 point-to-point --to 10.9.0.2",
  ])("%s", async (line) => {
    const text = await printed(...line.split(" "));
    expect(text).toContain("\n$ sudo ip netns exec 2989 ip addr add 10.9.0.1/32 dev A\n");
    expect(text).toBe(await printed("point-to-point", ...OTHER));
  });
});

test("--commands are the bare lines, with nothing around them", async () => {
  const bare = await printed("net-none-manual", "--commands");
  const lines = (await printed("net-none-manual")).split("\n").filter((line) => /^[$+]/.test(line));
  expect(bare.trimEnd().split("\n")).toEqual(lines.map((line) => line.replace(/^[$+]{1,2} /, "")));
});

test("--json has the same, with where each line is typed, and who says it", async () => {
  const { steps, ...document } = JSON.parse(await printed("net-none-manual", "--json"));
  expect(document).toEqual({ schema: 1, recipe: "net-none-manual", article: "How Docker networks a container" });
  expect(steps[0]).toEqual({
    comment: ["At one shell, start a container and", "leave its shell idle and running"],
    said: "article",
    lines: [{ text: "sudo docker run -i -t --rm --net=none base /bin/bash", in: "host", said: "article" }],
  });
  expect(steps.at(-2).lines).toEqual([{ text: "exit", in: "container", said: "told" }]);
});

test("of a recipe that follows no section, all is its own, and it is said", async () => {
  const file = recipeFile('step("Look", "around"); await $`ip link show`; await $.let("pid", pid("5"))`ip -V`;');
  expect(await printed(file)).toBe(
    "## my-link follows no section of the article: its lines are its own\n" +
      "## Look\n## around\n+ ip link show\n+ ip -V\n+ pid=5\n",
  );
});

test("lines before the first step have no comment", async () => {
  expect(await printed(recipeFile("await $`ip link show`;"))).toEndWith("\n+ ip link show\n");
});

describe("--output shows what each line prints here, why the article has another text, and leaves nothing", () => {
  test.concurrent.each(users.flatMap((user) => FOLLOWING.map((recipe) => ({ name: user.name, user, recipe }))))(
    "$recipe, as $name",
    async ({ user, recipe }) => {
      const before = takeSnapshot();
      const mark = new Mark();
      const { status, stdout, stderr } = await wirework(user, ["steps", recipe, "--output", "--json"], {
        environment: mark.environment,
      });
      expect({ status, stderr, left: mark.processes() }).toEqual({ status: 0, stderr: "", left: [] });
      expect(takeSnapshot()).toEqual(before);
      const { steps } = JSON.parse(stdout);
      const lines: readonly Printed[] = steps.flatMap((step: { lines: readonly Printed[] }) => step.lines);
      const sampled = lines.filter(({ article }) => article !== null);
      expect(sampled).not.toBeEmpty();
      for (const { here, article, why, unexplained } of sampled) {
        expect(here).not.toBeEmpty();
        if (!hasLines(here, article ?? [])) expect(why).not.toBeEmpty();
        expect(unexplained).toEqual([]);
      }
    },
  );

  test("as text", async () => {
    const [user] = allUsers;
    if (user === undefined) throw new Error("There is no user to run it as");
    const { stdout } = await wirework(user, ["steps", "custom-bridge", "--output"]);
    expect(stdout).toMatch(
      /^\+\+ ip addr show eth0\n {2}here: {4}\d+: eth0@if\d+: .* qdisc noqueue .*\n(?: {11}.*\n)+ {2}article: 24: eth0: /m,
    );
    for (const reason of ["@if3 is the number of", "a veth is not a real wire"])
      expect(stdout).toMatch(new RegExp(`^ {11}${reason}`, "m"));
  });

  test("a recipe that fails is a failure, in the words of a run", async () => {
    const [user] = allUsers;
    if (user === undefined) throw new Error("There is no user to run it as");
    const file = recipeFile("await $`ip link show nowhere`;");
    const { status, stdout, stderr } = await wirework(user, ["steps", file, "--output"]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("ip link show nowhere");
    const { error, exit } = JSON.parse((await wirework(user, ["steps", file, "--output", "--json"])).stdout);
    expect({ exit, message: error.message }).toEqual({ exit: 1, message: expect.stringContaining("nowhere") });
  });
});

describe.each(users)("--output that is stopped, as $name", (user) => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s, ends with %d, silent, and nothing is left", async (signal, status) => {
    const before = takeSnapshot();
    const mark = new Mark();
    const args = ["steps", recipeFile("await $`sleep 60`;", ["sleep"]), "--output"];
    const running = startWirework(user, args, { environment: mark.environment });
    const find = (words: string) => mark.processes().find(({ command }) => command.includes(words));
    // Until the recipe itself runs
    while (find("inside.ts") === undefined || find("main.ts steps") === undefined) await Bun.sleep(5);
    process.kill(find("main.ts steps")?.pid ?? 0, signal);
    const [stdout, stderr, ended] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    expect({ status: ended, stdout, stderr, left: mark.processes() }).toEqual({
      status,
      stdout: "",
      stderr: "",
      left: [],
    });
    expect(takeSnapshot()).toEqual(before);
  });
});

/** What the document says of a line */
interface Printed {
  readonly here: readonly string[];
  readonly article: readonly string[] | null;
  readonly why: readonly string[];
  readonly unexplained: readonly string[];
}

describe("what can't be understood is refused", () => {
  test.each([
    ["usage", "", ["print the steps of"]],
    ["usage", "--with", ["Cannot read --with: nothing follows it"]],
    ["usage", "point-to-point --with 10.9.0.1", ['"10.9.0.1"', "OPTION=VALUE"]],
    ["usage", "point-to-point --with=from", ['"from" is not OPTION=VALUE']],
    ["usage", "point-to-point --with form=1", ['"--form"', '"--from"']],
    ["usage", "point-to-point --with from=10.1", ["--from", '"10.1"']],
    ["usage", "point-to-point --with json=1", ['Cannot use --with "json=1": --json is not an option of a recipe']],
    ["usage", "point-to-point --with from=10.1.1.9 from=10.1.1.8", ['"--from"']],
    ["recipe", "nothing-like-it", ['"nothing-like-it"']],
  ] as const)("%s: steps %s", async (kind, line, values) => {
    const args = line.split(" ").filter((word) => word !== "");
    const ended = await wirework(withoutNamespaces, ["steps", "--json", ...args]);
    expect(ended.status).toBe(2);
    expect(errorOf(ended)).toMatchObject({ kind, message: naming(...values) });
  });

  test("an option of a recipe that is one of the command's", async () => {
    const file = fileWith(`import { port, recipe } from "wirework";
export default recipe({ summary: "Mine", options: { output: port({ default: "80", help: "" }) }, permissions: { run: [] }, async run() {} });`);
    const ended = await wirework(withoutNamespaces, ["steps", "--json", file]);
    expect(ended.status).toBe(2);
    expect(errorOf(ended)).toMatchObject({ kind: "usage", message: naming('"my-link"', "--output") });
  });
});
