import { describe, expect, test } from "bun:test";

import { BARE, wirework } from "../support/wirework.ts";
import { withoutNamespaces } from "../support/host/no-namespaces.ts";
import { fileWith } from "../support/recipe-file.ts";
import { inArticleOrder, SECTIONS } from "../../lib/article/sections.ts";
import { recipeNames } from "../../lib/recipe/load.ts";
import packageJson from "../../package.json" with { type: "json" };

const RECIPES = inArticleOrder(recipeNames());

/** What a command prints that ends well, where no sandbox could be opened */
async function printed(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await wirework(withoutNamespaces, args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

test("help begins with examples, and names every command and option", async () => {
  const text = await printed("help");
  expect(text.split("\n").slice(0, 4)).toEqual([
    'wirework: container networks wired by hand, as Docker\'s "Network Configuration" article does it',
    "",
    "Examples",
    "  wirework run point-to-point                  two containers on one cable, pinged both ways",
  ]);
  for (const word of [
    "run RECIPE",
    "up RECIPE",
    "ps ",
    "exec LAB",
    "shell [LAB",
    "down LAB",
    "gc ",
    "list",
    "claims",
    "show RECIPE",
    "steps RECIPE",
    "script RECIPE",
    "explain 'COMMAND'",
    "new NAME",
    "builtin NAME",
    "version",
    "help [",
    "--dry-run",
    "--step",
    "--keep",
    "--no-install",
    "130, 143, 129, 141",
  ])
    expect(text).toContain(`  ${word}`);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

test.each([[[]], [["--help"]], [["-h"]], [["help"]]])("%j is help", async (args) => {
  expect(await printed(...args)).toStartWith("wirework: container networks");
});

describe("all about a command comes with `help COMMAND`, `COMMAND --help` and `COMMAND -h`", () => {
  test.each([
    "run",
    "up",
    "ps",
    "exec",
    "down",
    "gc",
    "list",
    "claims",
    "show",
    "steps",
    "script",
    "explain",
    "new",
    "version",
    "help",
  ])("%s", async (command) => {
    const text = await printed("help", command);
    expect(text).toStartWith(`wirework ${command}`);
    expect(text).toContain("--json");
    expect(await printed(command, "--help")).toBe(command === "help" ? await printed("help") : text);
    expect(await printed(command, "-h")).toBe(await printed(command, "--help"));
  });
});

test("`run RECIPE --help` is all about the recipe, and the options of any run", async () => {
  const text = await printed("run", "point-to-point", "--help");
  expect(text).toMatch(/^ {2}--from ADDRESS +address of the first container \(default 10\.1\.1\.1\)$/m);
  expect(text).toMatch(/^ {2}--dry-run +check everything/m);
});

test("version names all three", async () => {
  expect(await printed("version")).toBe(
    `wirework ${packageJson.version}\nbun ${Bun.version}\nkernel ${(await Bun.$`uname -r`.text()).trim()}\n`,
  );
  expect(await printed("--version")).toBe(await printed("version"));
  expect(await printed("-V")).toBe(await printed("version"));
});

test("list has a line for each recipe under its section, in the article's order, and says what comes later", async () => {
  const lines = (await printed("list")).trimEnd().split("\n");
  const titles = lines.filter((line) => /^\w/.test(line));
  expect(titles).toEqual(SECTIONS.map(({ title }) => title as string).filter((title) => titles.includes(title)));
  const later = lines[lines.indexOf("Building a point-to-point connection") - 2] ?? "";
  expect(later).toMatch(/^ {2}recipes .* come later$/);
  const listed = lines.filter((line) => line.startsWith("  ") && line !== later);
  expect(listed.map((line) => line.trim().split(" ")[0] ?? "")).toEqual([...RECIPES]);
  const place = lines.findIndex((line) => /^ {2}point-to-point +\S.*$/.test(line));
  expect(lines.slice(0, place).findLast((line) => /^\w/.test(line))).toBe("Building a point-to-point connection");
});

test.each(RECIPES)("show %s tells what it builds, its options, and what it may run", async (recipe) => {
  const text = await printed("show", recipe);
  expect(text).toStartWith(`${recipe}: `);
  for (const part of [
    "The article's section \"",
    "\nBuilds\n  ",
    "\nOptions\n  --",
    recipe === "star" ? "\nMay run\n  ip" : "\nMay run\n  docker",
    "\nRun it\n  wirework run ",
  ])
    expect(text).toContain(part);
  // It has no containers
  if (recipe === "star") expect(text).not.toContain("--image");
  else expect(text).toMatch(/^ {2}--image IMAGE +image of the containers \(default base\)$/m);
});

test("show takes a file", async () => {
  const file = fileWith(
    'import { recipe } from "wirework"; export default recipe({ summary: "Mine", options: {}, permissions: { run: ["ip"] }, async run() {} });',
  );
  expect(await printed("show", file)).toBe(
    `my-link: Mine\n\nMay run\n  ip\n\nRun it\n  wirework run ${file}\n  wirework run ${file} --dry-run\n`,
  );
});

describe("--json is one document alone on stdout", () => {
  test("list --options", async () => {
    const { schema, options } = JSON.parse(await printed("list", "--options", "--json"));
    expect(schema).toBe(1);
    expect(options[0]).toMatchObject({
      spellings: ["-b BRIDGE", "--bridge=BRIDGE"],
      taker: "dockerd",
      sections: ["Building your own bridge"],
      recipes: expect.arrayContaining(["custom-bridge"]),
    });
  });

  test("list", async () => {
    const { schema, recipes, later } = JSON.parse(await printed("list", "--json"));
    expect(schema).toBe(1);
    expect(recipes.map(({ name }: { name: string }) => name)).toEqual(RECIPES);
    expect(later).toEqual([{ article: "Tools and Examples", says: expect.stringMatching(/come later$/) }]);
    expect(recipes).toContainEqual({
      name: "point-to-point",
      summary: expect.any(String),
      article: "Building a point-to-point connection",
    });
  });

  test("show", async () => {
    const { file, ...document } = JSON.parse(await printed("show", "--json", "custom-bridge"));
    expect(file).toEndWith("/recipes/custom-bridge.ts");
    expect(document).toMatchObject({
      schema: 1,
      name: "custom-bridge",
      article: "Building your own bridge",
      options: [
        { name: "bridge", default: "bridge0" },
        { name: "address", default: "192.168.5.1/24" },
        { name: "image" },
      ],
      permissions: { run: expect.arrayContaining(["docker", "brctl"]), modules: [] },
    });
  });

  test("version", async () => {
    expect(JSON.parse(await printed("version", "--json"))).toEqual({
      schema: 1,
      wirework: packageJson.version,
      bun: Bun.version,
      kernel: expect.any(String),
    });
  });

  test("help", async () => {
    const { commands } = JSON.parse(await printed("help", "--json"));
    expect(commands.map(({ usage }: { usage: string }) => usage.split(" ")[0])).toEqual([
      "run",
      "up",
      "ps",
      "exec",
      "shell",
      "check",
      "down",
      "gc",
      "list",
      "claims",
      "show",
      "steps",
      "script",
      "explain",
      "new",
      "builtin",
      "version",
      "help",
    ]);
    const { commands: only } = JSON.parse(await printed("run", "--help", "--json"));
    expect(only).toEqual([commands[0]]);
  });
});

describe("a dry run says what would be typed, and opens no host", () => {
  test.each(RECIPES)("%s", async (recipe) => {
    const text = await printed("run", recipe, "--dry-run");
    expect(text).toMatch(new RegExp(`\\n${recipe}: .*--dry-run.*\\n$`));
    expect(text).toMatch(recipe === "star" ? /^\+ sudo ip netns add c1$/m : /^[$+] sudo docker run /m);
    // Every check is only asked for, and no command has a mark that it was done
    expect(text).toMatch(/^\? +\d+ {2}\w/m);
    expect(text).not.toMatch(/[✓✗]/);
    expect(text).not.toMatch(/checks? holds?/);
  });

  test("what only a run would know has its name", async () => {
    const text = await printed("run", "point-to-point", "--dry-run", "--from=10.9.0.1");
    expect(text).toMatch(/^\$ sudo ln -s \/proc\/\$pid1\/ns\/net \/var\/run\/netns\/\$pid1$/m);
    expect(text).toMatch(/^\$ sudo ip netns exec \$pid1 ip addr add 10\.9\.0\.1\/32 dev A$/m);
  });

  test("its document has no check that holds", async () => {
    const document = JSON.parse(await printed("run", "--dry-run", "point-to-point", "--json"));
    expect(document).toMatchObject({
      schema: 1,
      recipe: "point-to-point",
      ok: true,
      dryRun: true,
      checks: [],
      left: [],
    });
    expect(document.steps[0].commands[0]).toMatchObject({
      text: "sudo docker run -i -t --rm --net=none base /bin/bash",
    });
  });
});

test("options may stand before the recipe's name and after it", async () => {
  const after = await printed("run", "point-to-point", "--dry-run", "--from", "10.9.0.1");
  expect(await printed("run", "--dry-run", "point-to-point", "--from=10.9.0.1")).toBe(after);
  expect(await printed("run", "--dry-run", "--on", "sandbox", "--", "point-to-point")).toBe(
    await printed("run", "--dry-run", "point-to-point"),
  );
});

test("what is printed is plain where no terminal is, whatever the environment says", async () => {
  const environment = { ...BARE, FORCE_COLOR: "1", COLORTERM: "truecolor", TERM: "xterm-256color" };
  const { stdout } = await wirework(withoutNamespaces, ["run", "point-to-point", "--dry-run"], { environment });
  expect(stdout).not.toContain("\u001b");
});
