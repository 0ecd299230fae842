/**
 * What `wirework run` is asked for: the recipe, the values of its options, and the mode.
 *
 * @module
 */
import { realpathSync, statSync } from "node:fs";

import { HOST_KINDS, type HostKind } from "../hosts/host-kind.ts";
import type { LoadedRecipe } from "../recipe/load.ts";
import { loadRecipe } from "../recipe/load.ts";
import { BadValue } from "../values/bad-value.ts";
import { quoted } from "../values/quoted.ts";
import { parseArguments, parseLeadingOptions } from "./arguments.ts";
import { readHostKind } from "./host-option.ts";
import { RUN_OPTIONS } from "./run-options.ts";
import { UsageError } from "./usage-error.ts";

/** How a run tells what it does */
export type Telling = "transcript" | "json" | "quiet";

/** A recipe, and how to tell what becomes of it */
export interface ToldRecipe extends LoadedRecipe {
  readonly on: HostKind;
  readonly telling: Telling;
  readonly dryRun: boolean;
  readonly keep: boolean;
}

/** A run, checked as far as that is possible before a host is open */
export interface RunRequest extends ToldRecipe {
  /** The recipe's options as typed */
  readonly typed: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly mayInstall: boolean;
  /** Files of images to load, as absolute paths without symbolic links */
  readonly archives: readonly string[];
  /** The whole command, as it would be typed again */
  readonly line: readonly string[];
}

/** What is asked instead of a run: all about `run`, or about a recipe */
export interface HelpRequest {
  readonly about: LoadedRecipe | null;
  readonly form: "json" | "text";
}

/**
 * Reads the command line of `run`.
 *
 * @throws {UsageError} {@linkcode BadValue} {@linkcode RecipeError} on anything that could not be run as it stands
 */
export async function readRunRequest(argv: readonly string[]): Promise<RunRequest | HelpRequest> {
  const leading = parseLeadingOptions(argv, RUN_OPTIONS);
  const [reference] = leading.rest;
  if (reference === undefined) {
    if (leading.switches.has("help")) return { about: null, form: leading.switches.has("json") ? "json" : "text" };
    throw new UsageError("Cannot run a recipe without its name", "wirework list");
  }
  const loaded = await loadRecipe(reference);
  const own = Object.keys(loaded.recipe.options).map((name) => ({ name, takes: "value" }) as const);
  const taken = own.find(({ name }) => RUN_OPTIONS.some((option) => option.name === name));
  if (taken !== undefined)
    throw new UsageError(`Cannot run "${loaded.name}": its option --${taken.name} is one of wirework's own`, null);
  const { values, switches } = parseArguments(argv, { options: [...RUN_OPTIONS, ...own], mostPositionals: 1 });
  if (switches.has("help")) return { about: loaded, form: switches.has("json") ? "json" : "text" };
  const on = readHostKind(values.get("on") ?? "sandbox");
  const typed = Object.fromEntries([...values].filter(([name]) => Object.hasOwn(loaded.recipe.options, name)));
  return {
    ...loaded,
    on,
    typed,
    values: readValues(loaded, typed),
    telling: switches.has("json") ? "json" : switches.has("quiet") ? "quiet" : "transcript",
    dryRun: switches.has("dry-run"),
    keep: switches.has("keep"),
    mayInstall: !switches.has("no-install"),
    archives: readArchives(values.get("load"), on),
    line: ["scripts/wirework", "run", ...argv],
  };
}

/**
 * Reads the options of a recipe.
 *
 * @throws {UsageError} for one that cannot be used, or not together with another
 */
export function readValues(
  { recipe }: LoadedRecipe,
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const values = Object.fromEntries(
    Object.entries(recipe.options).map(([name, option]) => {
      const text = Object.hasOwn(typed, name) ? typed[name] : undefined;
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

/** `--load FILE.tar` */
function readArchives(path: string | undefined, on: HostKind): readonly string[] {
  if (path === undefined) return [];
  if (on !== "docker")
    throw new UsageError(`Cannot load an image on the ${HOST_KINDS[on]}: its one image is base`, "--on docker");
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new UsageError(
      `Cannot load ${quoted(path)}: it is ${found === undefined ? "not there" : "not a file"}`,
      "docker save IMAGE --output FILE.tar, then --load FILE.tar",
    );
  return [realpathSync(path)];
}
