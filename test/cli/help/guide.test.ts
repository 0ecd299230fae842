/**
 * `wirework list --options`: the article's guide to Docker's options.
 */
import { describe, expect, test } from "bun:test";

import { guideLines, readGuide } from "../../../lib/cli/help/guide.ts";
import { OPTIONS } from "../../../lib/eras/article-options.ts";
import { loadRecipe, recipeNames } from "../../../lib/recipe/load.ts";
import { fileWith } from "../../support/recipe-file.ts";

/** A recipe that types these lines, and nothing else */
async function recipeTyping(...lines: readonly string[]) {
  const source = `import { recipe } from "wirework";
export default recipe({
  summary: "Type some lines",
  options: {},
  permissions: { run: ["docker", "echo"] },
  async run({ $, step }) {
    step("All of them");
    ${lines.join("\n    ")}
  },
});
`;
  return loadRecipe(fileWith(source));
}

/** The options that such a recipe shows, by their first spelling */
async function shownBy(...lines: readonly string[]): Promise<readonly (string | undefined)[]> {
  const guide = await readGuide([await recipeTyping(...lines)]);
  return guide.filter(({ recipes }) => recipes.length > 0).map(({ option }) => option.spellings[0]);
}

const guide = await readGuide(await Promise.all(recipeNames().map(loadRecipe)));

describe("every option of the guide has a recipe that shows it:", () => {
  test.each(guide.map(({ option, recipes }) => [option.spellings.join(" "), recipes] as const))("%s", (_, recipes) => {
    expect(recipes).not.toBeEmpty();
  });
});

test("the guide has every option with its section, in the order of who takes it", () => {
  const text = guideLines(guide).join("\n");
  const places = OPTIONS.map(({ spellings }) => text.indexOf(`\n  ${spellings.join(" or ")}\n`));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places.every((place) => place > 0)).toBe(true);
  for (const { sections } of OPTIONS) for (const title of sections) expect(text).toContain(`"${title}"`);
});

describe("a recipe shows the options that its lines give:", () => {
  test.each<[string, string, string[]]>([
    [
      "long and with =",
      "await $`docker run --rm --net=none base true`;",
      ["--net=bridge|none|container:NAME_or_ID|host"],
    ],
    ["short, after sudo", "await $`sudo docker run -h web base true`;", ["-h HOSTNAME"]],
    ["in front of a value", "await $`docker run --link web:www base true`;", ["--link=CONTAINER_NAME:ALIAS"]],
    [
      "to the daemon",
      'await $.append("/etc/default/docker")`echo \'DOCKER_OPTS="-b bridge0 --icc=false"\'`;',
      ["-b BRIDGE", "--icc=true|false"],
    ],
  ])("%s", async (_, line, options) => {
    expect(await shownBy(line)).toEqual(options);
  });

  test.each([
    ["what is told to the container", "await $`docker run base echo -h --link`;"],
    ["what another command takes", "await $`docker exec web docker run -h web base`;"],
    ["what Docker can't read", "await $`docker run --icc=false --link web base`;"],
    ["another file", 'await $.append("/tmp/docker")`echo \'DOCKER_OPTS="-b bridge0"\'`;'],
    ["the daemon's option, given to a container", "await $`docker run --mtu=1400 base`;"],
  ])("and not %s", async (_, line) => {
    expect(await shownBy(line)).toEqual([]);
  });
});
