import { type LoadedRecipe, loadRecipe, recipeNames } from "../../recipe/load.ts";
import { defaultsOf } from "../../recipe/options/option.ts";
import { outlineOf } from "../../recipe/run/outline.ts";
import { RecipeError } from "../../recipe/recipe-error.ts";
import { parseArguments } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { STANDARD_OPTIONS } from "../options/command-option.ts";
import { printLine } from "../terminal/standard-output.ts";
import { labDocument, labLines, lookAt } from "../lab/show-lab.ts";
import { showHelp } from "../help/show-help.ts";
import { UsageError } from "../errors/usage-error.ts";
import { withoutRunning } from "../run/without-running.ts";

/**
 * `wirework show NAME`: for a recipe, shows what it builds, its options and permissions; for a lab, its
 * contents. Both may have the same name
 */
export const show: Command = async (argv) => {
  const typed = parseArguments(argv, { options: STANDARD_OPTIONS, mostPositionals: 1 });
  if (typed.switches.has("help")) return showHelp("show", typed);
  const [reference] = typed.positionals;
  if (reference === undefined) throw new UsageError("Cannot show a recipe without its name", "wirework list");
  const lab = await lookAt(reference);
  const loaded = lab !== null && !recipeNames().includes(reference) ? null : await loadRecipe(reference);
  if (typed.switches.has("json")) {
    const document = loaded === null ? { schema: 1 } : await documentOf(loaded);
    printLine(JSON.stringify({ ...document, lab: lab === null ? null : labDocument(lab) }));
    return 0;
  }
  const recipe = loaded === null ? [] : [...recipeLines(loaded), ...(await stepLines(loaded))];
  const between = loaded !== null && lab !== null ? [""] : [];
  for (const line of [...recipe, ...between, ...(lab === null ? [] : labLines(lab))]) printLine(line);
  return 0;
};

/** Formats everything about a recipe for people */
export function recipeLines({ name, reference, recipe }: LoadedRecipe): readonly string[] {
  const options = optionRows(recipe.options);
  const width = Math.max(0, ...options.map(({ usage }) => usage.length));
  const section = (title: string, rows: readonly string[]) =>
    rows.length === 0 ? [] : ["", title, ...rows.map((row) => `  ${row}`)];
  return [
    `${name}: ${recipe.summary}`,
    ...(recipe.article === null ? [] : [`The article's section "${recipe.article}"`]),
    ...section("Builds", recipe.builds),
    ...section(
      "Options",
      options.map(({ usage, help, default: value }) => `${usage.padEnd(width)}  ${help} (default ${value})`),
    ),
    ...section("May run", [recipe.permissions.run.join(", ")]),
    ...section("Needs kernel modules", recipe.permissions.modules),
    ...section("Run it", [`wirework run ${reference}`, `wirework run ${reference} --dry-run`]),
  ];
}

/** Lists its steps by the numbers that `--without` takes */
async function stepLines(loaded: LoadedRecipe): Promise<readonly string[]> {
  const steps = await stepsOf(loaded);
  if (steps === null) return ["", "Steps", "  known only in a run: they depend on the output of commands"];
  const numbered = steps.map((comment, at) => `  ${String(at + 1).padStart(2)}  ${comment.join(" ")}`);
  return steps.length === 0
    ? []
    : ["", `Steps (leave one out: wirework run ${loaded.reference} --without N)`, ...numbered];
}

/** Returns the steps' comments; `null` when the recipe can't be read without running it */
async function stepsOf(loaded: LoadedRecipe): Promise<readonly (readonly string[])[] | null> {
  const { recipe } = loaded;
  try {
    const { steps } = await withoutRunning(loaded, () => outlineOf(recipe, defaultsOf(recipe.options)));
    return steps.map(({ comment }) => comment);
  } catch (error) {
    if (error instanceof RecipeError) return null;
    throw error;
  }
}

function optionRows(
  options: LoadedRecipe["recipe"]["options"],
): readonly { usage: string; help: string; default: string }[] {
  return Object.entries(options).map(([name, { type, help, shown }]) => ({
    usage: `--${name} ${type.placeholder}`,
    help,
    default: shown,
  }));
}

async function documentOf(loaded: LoadedRecipe): Promise<object> {
  const { name, file, recipe } = loaded;
  const { summary, article, builds, permissions } = recipe;
  const options = Object.entries(recipe.options).map(([option, { help, shown, type }]) => ({
    name: option,
    kind: type.kind,
    help,
    default: shown,
  }));
  return {
    schema: 1,
    name,
    file,
    summary,
    article,
    builds,
    options,
    permissions,
    steps: (await stepsOf(loaded))?.map((comment) => comment.join("\n")) ?? null,
  };
}
