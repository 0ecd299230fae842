/** Lines of the article, of the recipes and of the documents, as they are typed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { articleSteps } from "../../../lib/recipe/article-steps.ts";
import { loadRecipe, recipeNames } from "../../../lib/recipe/load.ts";
import { readTypedLine } from "../../../lib/explain/typed-line.ts";
import { BadValue } from "../../../lib/values/bad-value.ts";

const PROJECT = join(import.meta.dir, "../../..");

/** Returns the lines of each of them, each once */
export async function documentLines(): Promise<ReadonlyMap<string, readonly string[]>> {
  const seen = new Set<string>();
  const fresh = (lines: readonly string[]) =>
    lines.filter((line) => {
      const isNew = !seen.has(line) && isOne(line);
      seen.add(line);
      return isNew;
    });
  const documents = filesBelow("docs", ".md").concat("README.md");
  return new Map([
    ["the article", fresh(filesBelow("test/tutorial", ".txt").flatMap((file) => promptedIn(file)))],
    ["the recipes", fresh((await Promise.all(recipeNames().map(linesOfRecipe))).flat())],
    ["the documents", fresh(documents.flatMap((file) => promptedIn(file)))],
  ]);
}

async function linesOfRecipe(name: string): Promise<readonly string[]> {
  const { recipe } = await loadRecipe(name);
  const values = Object.fromEntries(Object.entries(recipe.options).map(([option, spec]) => [option, spec.default]));
  const typed = (await articleSteps(recipe, values)).flatMap(({ lines }) => lines.map(({ text }) => text));
  return typed.map(withValue);
}

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));
}

/** What is typed at a prompt, of the host or of a container */
function promptedIn(file: string): readonly string[] {
  const text = readFileSync(join(PROJECT, file), "utf8");
  const typed = text.matchAll(/^(?:\$\$?|\+|root@[0-9a-f]{12}:\/#) (\S.*)$/gm);
  return [...typed].map(([, line = ""]) => withValue(line));
}

/** Whether it is a single command, whole, and none of the shell's own */
function isOne(line: string): boolean {
  if (line.includes("…") || /^(?:exit$|\w+=)/.test(line)) return false;
  try {
    return readTypedLine(line).words.length > 0;
  } catch (error) {
    if (error instanceof BadValue) return false;
    throw error;
  }
}

/** With what the shell puts in the place of the article's variable */
function withValue(line: string): string {
  return line.replaceAll("$pid", "2778");
}
