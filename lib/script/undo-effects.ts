/**
 * The undo of effects in a bash script, by their kind, where `explain` has no line for it.
 *
 * @module
 */
import type { Effect, EffectKind, Some } from "../programs/effect.ts";
import { settingName } from "../programs/sysctl.ts";
import { DEVICES } from "../shell/invert/files/discarding-files.ts";
import { type Around, aroundFile, NOTHING } from "./around.ts";
import { dockerRun } from "./docker-run.ts";
import type { Made } from "./made.ts";
import { type ScriptCommand, wordTyped } from "./script-command.ts";
import { aroundService } from "./around-service.ts";

/** The reason why the undo of a command is unknown, as a clause */
export interface Obstacle {
  readonly reason: string;
}

/** A command that a script is to undo */
export interface Undone {
  readonly command: ScriptCommand;
  /** The things that the script has made before it */
  readonly made: Made;
  /** The variable with the command's output; `null` for none */
  readonly variable: string | null;
}

/** Writes the lines around effects of a kind; `null` if it knows none */
type Rule<Kind extends EffectKind> = (effects: Some<Kind>, undone: Undone) => Around | Obstacle | null;

const RULES: { readonly [Kind in EffectKind]?: Rule<Kind> } = {
  folder: (effects) => ({
    before: effects.map(({ path }) => `undo_folder ${path}`),
    after: [],
    needs: ["undo-folder"],
  }),
  path: aroundPaths,
  // Only the script's own links are deleted there, which its end deletes anyway
  "dangling links": () => NOTHING,
  setting: aroundSettings,
  service: ([service], { command, made }) => aroundService(service, command, made),
  "docker object": ([object], undone) => aroundObject(object, undone),
  container: ([{ references }], { command }) => (isOwn(references, command) ? NOTHING : null),
  "container link": ([{ links }], { command }) => (isOwn(links, command) ? NOTHING : null),
  image: (effects) => ({
    before: effects.map(({ name }) => `undo_image ${name}`),
    after: [],
    needs: ["undo-image"],
  }),
  rule: ([rule], undone) => aroundRule(rule, undone),
  chain: ([chain], undone) => aroundPolicy(chain, undone),
};

/** Writes the lines around a command that undo its effects; `null` if the table has none for their kind */
export function undoEffects(effects: readonly Effect[], undone: Undone): Around | Obstacle | null {
  const [first, ...others] = effects;
  if (first === undefined) return null;
  const rule = RULES[first.kind] as Rule<EffectKind> | undefined; // the table has each under its own kind
  return rule?.([first, ...others], undone) ?? null; // a line that is undone has effects of one kind
}

/** Keeps files that exist afterwards; `null` for removed ones and for those in another network, whose state only a look can tell */
function aroundPaths(effects: Some<"path">, { command }: Undone): Around | null {
  const isKept = effects.every(({ how }) => how === "writes" || how === "makes");
  if (!isKept || command.enter.words.length > 0) return null;
  const around = effects
    .map(({ path }) => wordTyped(command, path))
    .filter(({ text }) => !DEVICES.has(text))
    .map(aroundFile);
  return {
    before: around.flatMap(({ before }) => before),
    after: [],
    needs: around.flatMap(({ needs }) => needs),
  };
}

/** Keeps settings, by their names in the script */
function aroundSettings(effects: Some<"setting">, { command, made }: Undone): Around | null {
  const names = effects.map(({ path }) => settingName(path).replace(/^['"]/, ""));
  if (made.includes(command) || names.some((name) => !/^[\w./-]+$/.test(name))) return null;
  const { enter } = command;
  const reading = enter.words.length === 0 ? "sysctl" : ["sudo", ...enter.words, "sysctl"].join(" ");
  const writing = ["undo sudo", ...enter.words, "sysctl"].join(" ");
  return {
    before: names.map((name) => `${writing} -q -w ${name}="$(${reading} -n ${name})"`),
    after: [],
    needs: [],
  };
}

/** Compares the rules of a chain before and after, since deleting one by its words takes the first of several equal ones */
function aroundRule({ table, chain }: Effect<"rule">, { command, made }: Undone): Around | null {
  if (made.includes(command)) return null;
  const where = [command.program, table, chain, ...command.enter.words].join(" ");
  return { before: [`keep_rules ${where}`], after: [`undo_rule ${where}`], needs: ["undo-rule"] };
}

function aroundPolicy({ how, table, chain }: Effect<"chain">, { command, made }: Undone): Around | null {
  if (how !== "sets the policy" || made.includes(command)) return null;
  const where = [command.program, table, chain, ...command.enter.words].join(" ");
  return { before: [`undo_policy ${where}`], after: [], needs: ["undo-rule"] };
}

/** Notes the removal of an object by its id, which ends everything in it */
function aroundObject(
  { object, engine }: Effect<"docker object">,
  { command, variable }: Undone,
): Around | Obstacle | null {
  if (object !== "container") return null;
  if (variable !== null)
    return { ...NOTHING, after: [`undo ${["sudo docker", ...engine].join(" ")} rm -f "$${variable}"`] };
  return dockerRun(command)?.afterEnd === "removed" ? NOTHING : { reason: "no value has the id of its container" };
}

/** Reports whether all are containers that the script knows by its variables */
function isOwn(references: readonly string[], { variables }: ScriptCommand): boolean {
  return references.length <= variables.length;
}
