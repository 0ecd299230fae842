/**
 * The request of `wirework run`: the recipe, the values of its options, and the mode.
 *
 * @module
 */
import { realpathSync, statSync } from "node:fs";

import { HOST_KINDS, type HostKind } from "../../hosts/host-kind.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import { BadValue } from "../../values/bad-value.ts";
import { type LabName, parseLabName } from "../../values/name/lab-name.ts";
import { quoted } from "../../values/quoted.ts";
import type { CommandOption } from "./command-option.ts";
import { readHostKind } from "./host-option.ts";
import { type HelpRequest, readRecipeArguments } from "./recipe-arguments.ts";
import { RUN_OPTIONS } from "./run-options.ts";
import { launcher } from "../self.ts";
import { type PaceKind, readPace } from "../step/read-pace.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { StepRequest } from "../without/step-number.ts";

/** The form in which a run reports */
export type Telling = "transcript" | "json" | "quiet";

/** A recipe, and the form of its report */
export interface ToldRecipe extends LoadedRecipe {
  readonly on: HostKind;
  readonly telling: Telling;
  readonly dryRun: boolean;
  readonly keep: boolean;
  /** The lab that its host becomes after success; `null` when the host ends */
  readonly lab: LabName | null;
}

/** A run, checked as far as possible before a host is open */
export interface RunRequest extends ToldRecipe {
  /** The recipe's options as typed */
  readonly typed: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly mayInstall: boolean;
  /** The state of consent, needed only on this machine itself */
  readonly consent: "asked" | "given";
  /** True when other containers may be interrupted, on this machine itself */
  readonly mayInterrupt: boolean;
  /** Files of images to load, as absolute paths without symbolic links */
  readonly archives: readonly string[];
  /** The stepping mode */
  readonly pace: PaceKind;
  /** The number of the skipped step; `null` when all run */
  readonly without: number | null;
  /** The treatment of an existing lab of the name, for `up` */
  readonly oldLab: "kept" | "replaced" | "repaired";
  /** The whole command as it would be typed again */
  readonly line: readonly string[];
}

/** A command that runs recipes, and its options */
export interface RunCommand {
  readonly name: "run" | "up";
  readonly options: readonly CommandOption[];
}

/** The verbs in errors */
const VERBS: Record<RunCommand["name"], string> = { run: "run", up: "bring up" };

const RUN: RunCommand = { name: "run", options: RUN_OPTIONS };

/**
 * Parses the command line of `run` or `up`.
 *
 * @throws {UsageError} {@linkcode BadValue} {@linkcode RecipeError} for anything that could not run as it
 * stands
 */
export async function readRunRequest(
  argv: readonly string[],
  { name: command, options }: RunCommand = RUN,
): Promise<RunRequest | HelpRequest> {
  const read = await readRecipeArguments(argv, { verb: VERBS[command], options });
  if ("about" in read) return read;
  const { loaded, typed, values, switches } = read;
  const on = readHostKind(values.get("on") ?? "sandbox");
  const wanted = readValues(loaded, typed, on);
  return {
    ...loaded,
    on,
    typed,
    values: wanted,
    without: await readWithout(values.get("without"), { ...loaded, values: wanted }, on, switches),
    telling: switches.has("json") ? "json" : switches.has("quiet") ? "quiet" : "transcript",
    pace: readPace(switches),
    dryRun: switches.has("dry-run"),
    keep: switches.has("keep"),
    lab: command === "up" ? readLabName(values.get("name"), loaded) : null,
    oldLab: switches.has("replace") ? "replaced" : switches.has("repair") ? "repaired" : "kept",
    consent: switches.has("yes") ? "given" : "asked",
    mayInterrupt: switches.has("interrupt"),
    mayInstall: !switches.has("no-install"),
    archives: readArchives(values.get("load"), on),
    line: [launcher(), command, ...argv],
  };
}

/** Parses `--without N` */
async function readWithout(
  typed: string | undefined,
  request: StepRequest,
  on: HostKind,
  switches: ReadonlySet<string>,
): Promise<number | null> {
  if (typed === undefined) return null;
  if (on === "host")
    throw new UsageError(`Cannot skip a step on this machine itself, only on a throw-away host`, "--on sandbox");
  const other = ["dry-run", "keep", "step"].find((name) => switches.has(name));
  if (other !== undefined)
    throw new UsageError(
      `Cannot use --without with --${other}: it runs every other step, shows what fails, and leaves nothing`,
      `the same without --${other}`,
    );
  const { readStepNumber } = await import("../without/step-number.ts");
  return readStepNumber(typed, request);
}

/** Parses `--name NAME`, which defaults to the recipe's name */
function readLabName(typed: string | undefined, { name }: LoadedRecipe): LabName {
  if (typed !== undefined) return readValue("name", typed, parseLabName);
  try {
    return parseLabName(name);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw new UsageError(`Cannot name the lab as its recipe: ${error.message}`, "--name NAME");
  }
}

/**
 * Parses a recipe's options. When the host supplies some of the values, rules about their combination are
 * checked only then.
 *
 * @throws {UsageError} for an option that can't be used, alone or with another
 */
export function readValues(
  { recipe }: LoadedRecipe,
  typed: Readonly<Record<string, string>>,
  on: HostKind,
): Readonly<Record<string, unknown>> {
  const values = Object.fromEntries(
    Object.entries(recipe.options).map(([name, option]) => {
      const text = Object.hasOwn(typed, name) ? typed[name] : undefined;
      return [name, text === undefined ? option.default : readValue(name, text, option.type.parse)];
    }),
  );
  const isComplete = on === "sandbox" || askedOptions(recipe, typed).length === 0;
  const [objection] = isComplete ? recipe.objections(values) : [];
  if (objection !== undefined) throw new UsageError(`Cannot use these options together: ${objection}`, null);
  return values;
}

/** Lists the untyped options that the host supplies */
export function askedOptions(
  { options }: LoadedRecipe["recipe"],
  typed: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys(options).filter((name) => options[name]?.live !== null && !Object.hasOwn(typed, name));
}

/**
 * Parses a value.
 *
 * @throws {UsageError} that names the option, when the text is not such a value
 */
export function readValue<T>(name: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw new UsageError(`--${name}: ${error.message}`, error.tryThis === null ? null : `--${name} ${error.tryThis}`);
  }
}

/**
 * Parses `--load FILE.tar`.
 *
 * @throws {UsageError} when such a host can't load files, or it is not a file
 */
export function readArchives(path: string | undefined, on: HostKind): readonly string[] {
  if (path === undefined) return [];
  if (on !== "docker")
    throw new UsageError(
      `Cannot load an image on the ${HOST_KINDS[on]}: ${on === "host" ? "it has its own images" : "its only image is base"}`,
      on === "host" ? "docker load --input FILE.tar" : "--on docker",
    );
  const objection = objectionToFile(path);
  if (objection === null) return [realpathSync(path)];
  throw new UsageError(
    `Cannot load ${quoted(path)}: ${objection}`,
    "docker save IMAGE --output FILE.tar, then --load FILE.tar",
  );
}

function objectionToFile(path: string): string | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return "it is not there";
    return found.isFile() ? null : "it is not a file";
  } catch (error) {
    return `it cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}
