/**
 * What `wirework run` is asked for: the recipe, the values of its options, and the mode.
 *
 * @module
 */
import type { LoadedRecipe } from "../recipe/load.ts";
import { loadRecipe } from "../recipe/load.ts";
import { BadValue } from "../values/bad-value.ts";
import { quoted } from "../values/quoted.ts";
import { parseArguments, parseLeadingOptions } from "./arguments.ts";
import { RUN_OPTIONS } from "./run-options.ts";
import { UsageError } from "./usage-error.ts";

/** How a run tells what it does */
export type Telling = "transcript" | "json" | "quiet";

/** A run, checked as far as that is possible before a host is open */
export interface RunRequest extends LoadedRecipe {
  readonly values: Readonly<Record<string, unknown>>;
  readonly telling: Telling;
  readonly dryRun: boolean;
  readonly keep: boolean;
  readonly mayInstall: boolean;
}

/**
 * Reads the command line of `run`.
 *
 * @throws {UsageError} {@linkcode BadValue} {@linkcode RecipeError} on anything that could not be run as it stands
 */
export async function readRunRequest(argv: readonly string[]): Promise<RunRequest> {
  const { rest } = parseLeadingOptions(argv, RUN_OPTIONS);
  const [reference] = rest;
  if (reference === undefined) throw new UsageError("Cannot run a recipe without its name", "wirework list");
  const loaded = await loadRecipe(reference);
  const own = Object.keys(loaded.recipe.options).map((name) => ({ name, takes: "value" }) as const);
  const taken = own.find(({ name }) => RUN_OPTIONS.some((option) => option.name === name));
  if (taken !== undefined)
    throw new UsageError(`Cannot run "${loaded.name}": its option --${taken.name} is one of wirework's own`, null);
  const { values, switches } = parseArguments(argv, {
    options: [...RUN_OPTIONS, ...own],
    mostPositionals: 1,
  });
  requireSandbox(values.get("on") ?? "sandbox");
  return {
    ...loaded,
    values: readValues(loaded, values),
    telling: switches.has("json") ? "json" : switches.has("quiet") ? "quiet" : "transcript",
    dryRun: switches.has("dry-run"),
    keep: switches.has("keep"),
    mayInstall: !switches.has("no-install"),
  };
}

function readValues({ recipe }: LoadedRecipe, typed: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  const values = Object.fromEntries(
    Object.entries(recipe.options).map(([name, option]) => {
      const text = typed.get(name);
      return [name, text === undefined ? option.default : readValue(name, text, option.type.parse)];
    }),
  );
  const [objection] = recipe.objections(values);
  if (objection !== undefined) throw new UsageError(`Cannot use these options together: ${objection}`, null);
  return values;
}

function readValue(name: string, text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw new UsageError(`--${name}: ${error.message}`, error.tryThis === null ? null : `--${name} ${error.tryThis}`);
  }
}

function requireSandbox(on: string): void {
  if (on !== "sandbox")
    throw new UsageError(`Cannot run on ${quoted(on)}: this version runs on the sandbox`, "--on sandbox");
}
