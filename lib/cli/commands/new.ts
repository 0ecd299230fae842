/**
 * `wirework new`: creates a recipe.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { copyOfRecipe, MARK } from "../../new/copy-of-recipe.ts";
import { editorFiles, type NewFile } from "../../new/editor-files.ts";
import { NotWritten } from "../../new/not-written.ts";
import { type OldFiles, writeFiles } from "../../new/write-files.ts";
import { loadRecipe } from "../../recipe/load.ts";
import { quote } from "../../shell/template/quote.ts";
import { parseRecipeName } from "../../values/name/recipe-name.ts";
import { parseArguments } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { NEW_OPTIONS } from "../options/new-options.ts";
import { printLine } from "../terminal/standard-output.ts";
import { launcher } from "../self.ts";
import { showHelp } from "../help/show-help.ts";
import { UsageError } from "../errors/usage-error.ts";

/** `wirework new NAME --from RECIPE` */
export const newRecipe: Command = async (argv) => {
  const typed = parseArguments(argv, { options: NEW_OPTIONS, mostPositionals: 1 });
  if (typed.switches.has("help")) return showHelp("new", typed);
  const [given] = typed.positionals;
  const from = typed.values.get("from");
  const example = `wirework new ${given === undefined ? "my-link" : quote(given)} --from point-to-point`;
  if (given === undefined) throw new UsageError("Cannot make a recipe without its name", example);
  if (from === undefined) throw new UsageError("Cannot make a recipe without another one to copy", example);
  const name = parseRecipeName(given);
  const loaded = await loadRecipe(from);
  const copy = {
    name: `${name}.ts`,
    text: copyOfRecipe(loaded, readFileSync(loaded.file, "utf8"), `wirework run ./${name}.ts`),
  };
  const files = [copy, ...(typed.switches.has("editor") ? editorFiles() : [])];
  writeHere(files, typed.switches.has("force") ? "replaced" : "kept");
  const written = files.map((file) => file.name);
  if (typed.switches.has("json"))
    printLine(JSON.stringify({ schema: 1, recipe: name, from: loaded.name, files: written }));
  else for (const line of whatNow(copy, loaded.name, written)) printLine(line);
  return 0;
};

/**
 * Writes files to the working folder.
 *
 * @throws {UsageError} when they can't be written there
 */
function writeHere(files: readonly NewFile[], old: OldFiles): void {
  try {
    writeFiles(process.cwd(), files, old);
  } catch (error) {
    if (error instanceof NotWritten) throw new UsageError(error.message, error.tryThis);
    throw error;
  }
}

function whatNow({ name, text }: NewFile, from: string, written: readonly string[]): readonly string[] {
  const marks = text.split(MARK).length - 1;
  return [
    `${written.join(", ")}: made from ${from}`,
    `change the ${marks} lines under "${MARK}" as you like, and run it:`,
    `  ${quote(launcher())} run ./${name}`,
  ];
}
