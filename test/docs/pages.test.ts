/**
 * The pages that scripts/docs makes.
 */
import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { KEYS } from "../../lib/builtins/service/daemon-keys.ts";
import { findCommand } from "../../lib/cli/find-command.ts";
import { SECTIONS } from "../../lib/article/sections.ts";
import { OPTIONS } from "../../lib/eras/article-options.ts";
import { articleSteps } from "../../lib/recipe/article-steps.ts";
import { recipeNames } from "../../lib/recipe/load.ts";
import { madePages } from "../../scripts/docs.d/made-pages.ts";
import { readRecipe } from "../../scripts/docs.d/shown.ts";
import { fencedIn } from "../support/examples.ts";

const PROJECT = resolve(import.meta.dir, "../..");
const pages = await madePages();

function textOf(path: string): string {
  return readFileSync(join(PROJECT, path), "utf8");
}

test.each(pages.map(({ path, text }) => [path, text] as const))("%s is what scripts/docs makes today", (path, text) => {
  expect(textOf(path)).toBe(text);
});

test("there is a page for every recipe, and the index has it", () => {
  const paths = pages.map(({ path }) => path);
  for (const name of recipeNames()) {
    expect(paths).toContain(`docs/recipes/${name}.md`);
    expect(textOf("docs/README.md")).toContain(`](recipes/${name}.md)`);
  }
});

describe.each(recipeNames())("the page of %s", (name) => {
  const text = textOf(`docs/recipes/${name}.md`);

  test("has its picture, its options and all of its lines, each explained once", async () => {
    const { recipe, values } = await readRecipe(name);
    for (const line of recipe.builds) expect(text).toContain(`\n${line}\n`);
    for (const option of Object.keys(recipe.options)) expect(text).toContain(`| \`--${option} `);
    for (const { text: line } of (await articleSteps(recipe, values)).flatMap(({ lines }) => lines)) {
      expect(text).toContain(` ${line}\n`);
      expect(text.split(`\n- \`${line}\``).length).toBeLessThanOrEqual(2);
    }
  });

  test("has a heading for all that a learner asks", () => {
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(
      expect.arrayContaining([
        "What it builds",
        "The lines, and what each does",
        "How to see it",
        "How to undo it by hand",
        "What goes wrong",
      ]),
    );
  });

  test("names each statement that it proves, and links to it", async () => {
    const { outline } = await readRecipe(name);
    expect(outline.checks).not.toBeEmpty();
    for (const { claim } of outline.checks) expect(text).toContain(`[${claim}](../article.md#statement-${claim})`);
  });
});

describe("the commands on a page are there, with their options:", () => {
  test.each(pages.map(({ path, text }) => [path, text] as const))("%s", async (_, text) => {
    const lines = fencedIn(text, "sh", "").flatMap(({ code }) => code.split("\n"));
    for (const line of lines.filter((typed) => typed.includes("scripts/wirework "))) {
      const [command = "", reference = "", ...words] = line.replace(/^.*scripts\/wirework | +#.*/g, "").split(" ");
      const taken = findCommand(command).options.map(({ name }) => `--${name}`);
      const options = command === "exec" ? [] : words.filter((word) => word.startsWith("--"));
      expect({ line, unknown: options.filter((option) => !taken.includes(option)) }).toEqual({ line, unknown: [] });
      if (command === "run" && reference.includes("/")) expect(existsSync(join(PROJECT, reference))).toBe(true);
    }
  });
});

describe("the article, section by section,", () => {
  test("has every section in the article's order", () => {
    const titles = SECTIONS.map(({ title }) => title);
    expect(titles).toHaveLength(10);
    expect([...textOf("docs/article.md").matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(titles);
  });

  test("has every statement, from 1 to 126", () => {
    const numbers = [...textOf("docs/article.md").matchAll(/<a id="statement-(\d+)"><\/a>/g)].map(([, id]) =>
      Number(id),
    );
    expect(numbers).toEqual(Array.from({ length: 126 }, (_, at) => at + 1));
  });

  test("names no recipe as still to be written that is there", () => {
    for (const name of recipeNames()) expect(textOf("docs/article.md")).not.toMatch(`to be written: .*\`${name}\``);
  });
});

test("Tools and Examples has both of the article's links, by its statements", () => {
  const text = textOf("docs/tools-and-examples.md");
  expect(text).toContain("[117](article.md#statement-117) | [pipework](https://github.com/jpetazzo/pipework)");
  expect(text).toMatch(
    /\[118\]\(article.md#statement-118\) \| \[[^\]]+\]\(https:\/\/github.com\/brandon-rhodes\/fopnp\/tree\/m\/playground\)/,
  );
});

/** The article's "Quick Guide to the Options", in all spellings */
const GUIDE = [
  ["-b BRIDGE", "--bridge=BRIDGE"],
  ["--bip=CIDR"],
  ["-H SOCKET", "--host=SOCKET"],
  ["--icc=true|false"],
  ["--ip=IP_ADDRESS"],
  ["--ip-forward=true|false"],
  ["--iptables=true|false"],
  ["--mtu=BYTES"],
  ["--dns=IP_ADDRESS"],
  ["--dns-search=DOMAIN"],
  ["-h HOSTNAME", "--hostname=HOSTNAME"],
  ["--link=CONTAINER_NAME:ALIAS"],
  ["--net=bridge|none|container:NAME_or_ID|host"],
  ["-p SPEC", "--publish=SPEC"],
  ["-P", "--publish-all=true|false"],
];

describe("Then and now", () => {
  test.each(GUIDE)("has %s of the guide in its one table of options, with today's way", (...spellings) => {
    const cells = spellings.map((spelling) => `\`${spelling.replaceAll("|", "\\|")}\``).join(" ");
    const row = textOf("docs/then-and-now.md")
      .split("\n")
      .find((line) => line.startsWith(`| ${cells} `));
    expect(
      row
        ?.split(/(?<!\\)\|/)
        .slice(3, 5)
        .map((cell) => cell.trim()),
    ).toEqual([expect.stringMatching(/^both$|^`docker/), expect.stringMatching(/./)]);
  });

  test("has no option that the guide has not", () => {
    expect(OPTIONS.map(({ spellings }) => spellings)).toEqual(GUIDE);
  });

  test("names the daemon's options as daemon.json has them", () => {
    for (const { spellings, taker, file } of OPTIONS) {
      const long = /--([\w-]+)/.exec(spellings.join(" "))?.[1] ?? "";
      const keys = file === null ? [] : Object.keys(JSON.parse(`{${file}}`));
      expect(keys).toEqual(taker === "docker run" ? [] : [KEYS[long] ?? long]);
    }
  });
});
