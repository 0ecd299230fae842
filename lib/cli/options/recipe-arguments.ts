/**
 * Parses the command line of commands that take a recipe and its options.
 *
 * @module
 */
import { type LoadedRecipe, loadRecipe } from "../../recipe/load.ts";
import { type Options, parseArguments, parseLeadingOptions } from "./arguments.ts";
import type { CommandOption } from "./command-option.ts";
import { UnlikeAnyOption } from "./option-errors.ts";
import { UsageError } from "../errors/usage-error.ts";

/** A request for help, on the command or on a recipe */
export interface HelpRequest {
  readonly about: LoadedRecipe | null;
  readonly form: "json" | "text";
}

/** A recipe, and the words typed beside its name */
export interface RecipeArguments extends Options {
  readonly loaded: LoadedRecipe;
  /** The recipe's options as typed */
  readonly typed: Readonly<Record<string, string>>;
}

/** A command that takes a recipe */
export interface RecipeCommand {
  /** The verb in its errors: `Cannot run a recipe without its name` */
  readonly verb: string;
  readonly options: readonly CommandOption[];
}

/**
 * Parses a command line, with the recipe's options among the command's own.
 *
 * @throws {UsageError} {@linkcode RecipeError} for a word that can't be understood
 */
export function readRecipeArguments(
  argv: readonly string[],
  command: RecipeCommand,
): Promise<RecipeArguments | HelpRequest> {
  return readRecipeWords(argv, command, 1);
}

/**
 * Parses the command line of a command that takes further words after the recipe's name.
 *
 * @throws {UsageError} {@linkcode RecipeError} as {@linkcode readRecipeArguments} does
 */
export async function readRecipeWords(
  argv: readonly string[],
  { verb, options }: RecipeCommand,
  mostPositionals: number,
): Promise<(RecipeArguments & { readonly others: readonly string[] }) | HelpRequest> {
  const leading = readLeading(argv, options);
  const [reference] = leading.rest;
  if (reference === undefined) {
    if (leading.switches.has("help")) return { about: null, form: leading.switches.has("json") ? "json" : "text" };
    throw new UsageError(`Cannot ${verb} a recipe without its name`, "wirework list");
  }
  const loaded = await loadRecipe(reference);
  const own = Object.keys(loaded.recipe.options).map((name) => ({ name, takes: "value" }) as const);
  const taken = own.find(({ name }) => options.some((option) => option.name === name));
  if (taken !== undefined)
    throw new UsageError(`Cannot ${verb} "${loaded.name}": its option --${taken.name} is one of wirework's own`, null);
  const { positionals, values, switches } = parseArguments(argv, { options: [...options, ...own], mostPositionals });
  if (switches.has("help")) return { about: loaded, form: switches.has("json") ? "json" : "text" };
  const typed = Object.fromEntries([...values].filter(([name]) => Object.hasOwn(loaded.recipe.options, name)));
  return { loaded, typed, values, switches, others: positionals.slice(1) };
}

/**
 * Parses the options before the recipe's name, where its own options aren't known yet.
 *
 * @throws {UsageError} that says where a recipe's own options go
 */
function readLeading(
  argv: readonly string[],
  options: readonly CommandOption[],
): ReturnType<typeof parseLeadingOptions> {
  try {
    return parseLeadingOptions(argv, options);
  } catch (error) {
    if (!(error instanceof UnlikeAnyOption)) throw error;
    throw new UsageError(`${error.message}, and the recipe's own options after its name`, error.tryThis);
  }
}
