/**
 * The article's "Quick Guide to the Options", with the recipes that use each.
 *
 * @module
 */
import { type ArticleOption, OPTIONS, type Taker } from "../../eras/article-options.ts";
import { type GivenOptions, givenOptions } from "../../recipe/run/given-options.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import { defaultsOf } from "../../recipe/options/option.ts";
import { outlineOf } from "../../recipe/run/outline.ts";

/** An option of the guide */
export interface GuideEntry {
  readonly option: ArticleOption;
  /** The names of the recipes that use it, in the order of the list */
  readonly recipes: readonly string[];
}

/** The headings of the guide */
const HEADINGS: Readonly<Record<Taker, string>> = {
  dockerd: "Options of the Docker server only, read when it starts",
  both: "Options of the server and of docker run, where the server's value is the default",
  "docker run": "Options of docker run only, for one container",
};

/** Finds the options that each recipe's lines use, without running them */
export async function readGuide(recipes: readonly LoadedRecipe[]): Promise<readonly GuideEntry[]> {
  const read = await Promise.all(recipes.map(async (loaded) => ({ loaded, given: await givenBy(loaded) })));
  return OPTIONS.map((option) => ({
    option,
    recipes: read.filter(({ given }) => isGiven(option, given)).map(({ loaded }) => loaded.name),
  }));
}

/** Formats the guide for people */
export function guideLines(guide: readonly GuideEntry[]): readonly string[] {
  const parts = Object.entries(HEADINGS).map(([taker, heading]) => {
    const entries = guide.filter(({ option }) => option.taker === taker);
    return [`${heading}:`, ...entries.flatMap(entryLines)];
  });
  return parts.flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}

function entryLines({ option: { spellings, means, sections }, recipes }: GuideEntry): readonly string[] {
  const see = sections.length === 0 ? "" : `; see ${sections.map((title) => `"${title}"`).join(" and ")}`;
  return [
    `  ${spellings.join(" or ")}`,
    `      ${means}${see}`,
    `      ${recipes.length === 0 ? "no recipe uses it yet" : `shown by ${recipes.join(", ")}`}`,
  ];
}

async function givenBy({ recipe }: LoadedRecipe): Promise<GivenOptions> {
  const { steps } = await outlineOf(recipe, defaultsOf(recipe.options));
  return givenOptions(steps.flatMap(({ lines }) => lines));
}

function isGiven({ spellings, taker }: ArticleOption, { dockerd, run }: GivenOptions): boolean {
  const long = /--([\w-]+)/.exec(spellings.join(" "))?.[1] ?? "";
  return (taker !== "docker run" && dockerd.has(long)) || (taker !== "dockerd" && run.has(long));
}
