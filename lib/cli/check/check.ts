/**
 * `wirework check`: checks how much of a recipe exists in a lab that was built by hand.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { entering } from "../../hosts/holder-identity.ts";
import { LabError } from "../../labs/lab-error.ts";
import { stateOf } from "../../labs/lab-state.ts";
import { listLabs } from "../../labs/labs.ts";
import type { Builder } from "../../learner/judge.ts";
import type { Verdict } from "../../learner/verdict.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import { RecipeError } from "../../recipe/recipe-error.ts";
import { type LabName, parseLabName } from "../../values/name/lab-name.ts";
import { quoted } from "../../values/quoted.ts";
import type { Command } from "../command.ts";
import { STANDARD_OPTIONS } from "../options/command-option.ts";
import { EXIT, exitStatusOf } from "../errors/exit-status.ts";
import { findThrowAwayLab, isThrowAway, type ThrowAwayLab } from "../lab/find-lab.ts";
import { errorDocument } from "../errors/explain.ts";
import { looksLikeOption } from "../options/option-spec.ts";
import { complain, printLine, printStyled, writeTo } from "../terminal/standard-output.ts";
import { outputStyle } from "../terminal/output-style.ts";
import { type RecipeArguments, readRecipeWords } from "../options/recipe-arguments.ts";
import type { ErrorForm } from "../errors/report-error.ts";
import { readValues } from "../options/run-request.ts";
import { requirePrograms } from "../run/require-programs.ts";
import { BUN_COMMAND } from "../self.ts";
import { awaitStop } from "../run/signals.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { CheckJob } from "./job.ts";
import { verdictLines } from "./verdict-lines.ts";

const INSIDE = join(import.meta.dir, "inside.ts");

/** `wirework check RECIPE [LAB]` */
export const check: Command = async (argv) => {
  const read = await readWords(argv);
  if ("about" in read) return (await import("../help/explain-run.ts")).explainRun(read, "check", STANDARD_OPTIONS);
  const { loaded, typed, switches, others } = read;
  // Bad values are reported before anything is looked at
  readValues(loaded, typed, "sandbox");
  const lab = await findThrowAwayLab(readLab(loaded, others));
  requirePrograms(lab);
  const form = switches.has("json") ? "json" : "text";
  const verdict = await lookInto(lab, read, form);
  if (typeof verdict === "number") return verdict;
  requireChecks(loaded, verdict);
  if (form === "json") printLine(JSON.stringify({ schema: 1, recipe: loaded.name, lab: lab.name, ...verdict }));
  else for (const line of verdictLines(checkedIn(lab, loaded), verdict, outputStyle())) printStyled(line);
  return verdict.ok ? EXIT.done : EXIT.failed;
};

/**
 * Reads the command line.
 *
 * @throws {RecipeError} {@linkcode UsageError} as {@linkcode readRecipeWords} does, and for a lab in the
 * recipe's place
 */
async function readWords(argv: readonly string[]): ReturnType<typeof readRecipeWords> {
  try {
    return await readRecipeWords(argv, { verb: "check", options: STANDARD_OPTIONS }, Number.POSITIVE_INFINITY);
  } catch (error) {
    const reference = argv.find((word) => !looksLikeOption(word));
    const lab = listLabs().find(({ name }) => name === reference);
    if (!(error instanceof RecipeError) || lab === undefined) throw error;
    throw new UsageError(`Cannot check "${lab.name}": it is a lab, not a recipe`, `wirework check RECIPE ${lab.name}`);
  }
}

/**
 * Reads the lab's name.
 *
 * @throws {UsageError} for more than one lab, or a container of one
 */
function readLab({ name: recipe, reference }: LoadedRecipe, [lab, ...more]: readonly string[]): LabName {
  if (lab === undefined) return onlyLab(recipe);
  const [container, extra] = [lab.indexOf(":"), more[0]];
  if (extra !== undefined)
    throw new UsageError(
      `Unexpected ${quoted(extra)}: check takes a recipe and one lab`,
      `wirework check ${reference} ${lab}`,
    );
  if (container > 0)
    throw new UsageError(
      `Cannot check ${quoted(lab)}: check looks at a whole lab, not at one container`,
      `wirework check ${reference} ${lab.slice(0, container)}`,
    );
  return parseLabName(lab);
}

function checkedIn(lab: ThrowAwayLab, { name, file }: LoadedRecipe): Parameters<typeof verdictLines>[0] {
  return { recipe: name, lab: lab.name, built: builderOf(lab, file) === "recipe" ? "by up" : "by hand" };
}

function builderOf({ recipe }: ThrowAwayLab, file: string): Builder {
  return recipe?.file === file ? "recipe" : "learner";
}

/**
 * Requires a recipe with checks: existing resources alone prove nothing.
 *
 * @throws {UsageError} when it has none
 */
function requireChecks({ name, reference }: LoadedRecipe, { checks, stopped }: Verdict): void {
  if (checks.length > 0 || stopped !== null) return;
  throw new UsageError(`Cannot check "${name}": the recipe has no checks`, `wirework show ${reference}`);
}

/**
 * Returns the only lab that is up, when none is named.
 *
 * @throws {LabError} {@linkcode UsageError} when there is none, or there are several
 */
function onlyLab(recipe: string): LabName {
  const up = listLabs().filter(({ record }) => "host" in record && isThrowAway(record.host) && isUp(record));
  const [first, ...others] = up.map(({ name }) => name);
  if (first === undefined) throw new LabError(`Cannot check "${recipe}": no lab is up`, null, "wirework shell");
  if (others.length === 0) return first;
  throw new UsageError(
    `Cannot check "${recipe}" without a lab's name: ${[first, ...others].join(", ")} are up`,
    `wirework check ${recipe} ${first}`,
  );
}

function isUp(record: Parameters<typeof stateOf>[0]): boolean {
  return stateOf(record).state !== "gone";
}

/**
 * Runs a process inside the lab that looks; returns its verdict, or an exit status when it reported an error
 * or was stopped by a signal
 */
async function lookInto(
  lab: ThrowAwayLab,
  { loaded, typed }: RecipeArguments,
  form: ErrorForm,
): Promise<Verdict | number> {
  const { name, file } = loaded;
  // When the lab was made with the same recipe, its options are the expected ones
  const builder = builderOf(lab, file);
  const own = builder === "recipe" ? lab.recipe?.typed : {};
  const recipe = { name, file, source: readFileSync(file, "utf8"), typed: { ...own, ...typed } };
  // Registered before the process starts: a signal that ended this one would leave it running
  const stopped = awaitStop();
  const job: CheckJob = { kind: lab.host.kind, builder, form, recipe };
  const running = Bun.spawn(entering(lab.host.holder, [...BUN_COMMAND, INSIDE]), {
    env: { ...HOST_ENVIRONMENT, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    // The last descriptor shows the process inside that this one has ended
    stdio: [Buffer.from(JSON.stringify(job)), "pipe", "pipe", "pipe"],
    detached: true,
  });
  const ended = Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  const first = await Promise.race([ended, stopped.signal]);
  if (typeof first === "string") return tellStop(first, form);
  const [text, complaint, status] = first;
  if (status === EXIT.done) return JSON.parse(text) as Verdict; // it printed one
  if (text === "" && complaint === "")
    throw new LabError(`Cannot read the lab "${lab.name}": it ended meanwhile`, null, "wirework ps");
  writeTo("output", Buffer.from(text));
  if (complaint !== "") complain(complaint.trimEnd());
  return status;
}

/** Reports a stop to a program; a person sent the signal and knows */
function tellStop(signal: NodeJS.Signals, form: ErrorForm): number {
  const exit = exitStatusOf(signal);
  if (form === "json")
    printLine(errorDocument({ kind: "stopped", message: `Stopped by ${signal}`, cause: null, try: null, exit }));
  return exit;
}
