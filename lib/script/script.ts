/**
 * Writes a recipe as a bash script that needs nothing else.
 *
 * @module
 */
import { RecipeError } from "../recipe/recipe-error.ts";
import type { LoadedRecipe } from "../recipe/load.ts";
import type { Strangers } from "../shell/plans.ts";
import { checkLines } from "./check-lines.ts";
import { commandLines, IN_BACKGROUND, type Part, typedLines, type Writing } from "./command-lines.ts";
import { type BashFunction, bashText, functionsText, programsOf } from "./functions.ts";
import { commentLines, headerLines, preflightLines } from "./header.ts";
import { liveValues, refuseMadeUp } from "./live-values.ts";
import { Made } from "./made.ts";
import { type Deed, recordRecipe } from "./record-recipe.ts";

/** A recipe, and options for its script */
export interface ScriptRequest {
  readonly loaded: LoadedRecipe;
  readonly values: Readonly<Record<string, unknown>>;
  /** The options that were typed */
  readonly typed: Readonly<Record<string, string>>;
  /** Decides whether the script may have lines that cannot be undone, as on a host that is thrown away */
  readonly strangers: Strangers;
}

/**
 * Writes the script, without a line feed at its end.
 *
 * @throws {CannotUndo} {@linkcode RecipeError} when the recipe has a line that cannot be undone, and whatever it throws
 */
export async function scriptOf({ loaded, values, typed, strangers }: ScriptRequest): Promise<string> {
  const { name, recipe } = loaded;
  const live = await liveValues(recipe, values, new Set(Object.keys(typed)));
  const deeds = await recordRecipe(recipe, live.values, strangers);
  refuseTwice([...live.names, ...deeds.flatMap(givenName)]);
  const writing: Writing = { made: new Made(), strangers, variables: live.variables };
  const parts = deeds.map((deed, at) => partOf(deed, at, writing));
  const needs = new Set<BashFunction>(["undo", ...live.needs, ...parts.flatMap((part) => part.needs)]);
  const programs = new Set([...recipe.permissions.run, ...programsOf(needs)]);
  const script = [
    ...headerLines(loaded, typed),
    "",
    "steps() {",
    `  ${bashText("trap-failure")}`,
    ...saidOnce(parts.flatMap(({ lines }) => lines)).map((line) => (line === "" ? "" : `  ${line}`)),
    "}",
    "",
    "# Functions that the lines above call, and those that undo everything",
    "",
    functionsText(needs).join("\n\n"),
    "",
    ...preflightLines(recipe, [...programs], deeds),
    ...(live.lines.length === 0 ? [] : ["", "# Values that only this machine knows", ...live.lines]),
    "",
    bashText("main"),
    ...(deeds.some(({ kind }) => kind === "check") ? [bashText("held")] : []),
    bashText("keep"),
  ].join("\n");
  refuseMadeUp(script, live, name);
  return script;
}

/** Keeps only the first of equal remarks */
function saidOnce(lines: readonly string[]): readonly string[] {
  return lines.filter((line, at) => line !== IN_BACKGROUND || lines.indexOf(line) === at);
}

function partOf(deed: Deed, at: number, writing: Writing): Part {
  switch (deed.kind) {
    case "step":
      return { lines: ["", ...deed.comment.flatMap(commentLines)], needs: [] };
    case "line":
      return commandLines(deed.line, writing);
    case "typed":
      return typedLines(deed, writing);
    case "check":
      return checkLines(deed, at, writing.variables);
  }
}

function givenName(deed: Deed): readonly string[] {
  return deed.kind === "line" && deed.line.gives !== null ? [deed.line.gives] : [];
}

/** Refuses a name that stands for two values: of a terminal, of a value in the recipe, or of an option */
function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice === undefined) return;
  throw new RecipeError(
    `Cannot write a script with two values named "${twice}"`,
    "both would be the same variable; terminals are called shell1, shell2 and so on, and options have their own names",
    "another name for the value",
  );
}
