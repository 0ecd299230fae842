/**
 * A recipe as a script of bash, which stands alone.
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
import { type Deed, recordRecipe } from "./record.ts";

/** What a script is made of */
export interface ScriptRequest {
  readonly loaded: LoadedRecipe;
  readonly values: Readonly<Record<string, unknown>>;
  /** The options that were typed for it */
  readonly typed: Readonly<Record<string, string>>;
  /** Whether what can't be taken back may be in it: only where all is thrown away */
  readonly strangers: Strangers;
}

/**
 * Writes the script, without a line feed at its end.
 *
 * @throws {CannotUndo} {@linkcode RecipeError} when the recipe has a line that can't be taken back, and whatever it throws
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
    "# Below is what the lines above call, and what makes sure that all is taken back",
    "",
    functionsText(needs).join("\n\n"),
    "",
    ...preflightLines(recipe, [...programs], deeds),
    ...(live.lines.length === 0 ? [] : ["", "# What only this machine can tell", ...live.lines]),
    "",
    bashText("main"),
    ...(deeds.some(({ kind }) => kind === "check") ? [bashText("held")] : []),
    bashText("keep"),
  ].join("\n");
  refuseMadeUp(script, live, name);
  return script;
}

/** Remarks of the script's own are there only the first time */
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

/** A terminal has a name that the script gives it, and a recipe may have a value of that name; or an option may */
function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice === undefined) return;
  throw new RecipeError(
    `Cannot write a script with two values of the name "${twice}"`,
    "a script has one variable for both; terminals are shell1, shell2 and so on there, and options go by their names",
    "another name for the value",
  );
}
