/**
 * The undo of a script's command, as far as it is known when the script is written.
 *
 * @module
 */
import { explainCommand } from "../explain/explain-line.ts";
import { againstStranger } from "../shell/invert/inversion.ts";
import { planOf } from "../shell/invert/invert.ts";
import { knownVerb, touchesOf } from "../shell/invert/known-verb.ts";
import { type Around, NOTHING } from "./around.ts";
import { isExact } from "./exact.ts";
import type { Made } from "./made.ts";
import { type ScriptCommand, textOf } from "./script-command.ts";
import { type Obstacle, undoEffects } from "./undo-effects.ts";
import { undoTouches } from "./verb-undo.ts";

/**
 * Writes the undo of a command that changes something.
 *
 * @param made the things that the script has made before it
 * @param variable the variable with the command's output; `null` for none
 */
export function takeBack(command: ScriptCommand, made: Made, variable: string | null): Around | Obstacle {
  const { line, effects } = command;
  // `background` starts the program, and notes its undo itself
  if (line.stays !== null) return NOTHING;
  if (typeof effects === "string") return { reason: effects };
  return undoEffects(effects, { command, made, variable }) ?? undoVerb(command, made) ?? asExplained(command, made);
}

/** Undoes a verb by what the script sees of links, addresses, routes, rules and neighbours before it */
function undoVerb(command: ScriptCommand, made: Made): Around | Obstacle | null {
  const known = knownVerb(command.words);
  if (known === null) return null;
  const touches = touchesOf(known);
  return typeof touches === "string" ? { reason: touches } : undoTouches(touches, (touch) => made.owns(touch, command));
}

/** Writes the undo lines of `wirework explain`; for other people's things only if they are right whatever the former state */
function asExplained(command: ScriptCommand, made: Made): Around | Obstacle {
  const { undo } = explainCommand({
    text: textOf(command),
    words: command.words,
    redirection: null,
    runs: "to its end",
  });
  const lines = undo.flatMap((step) => ("type" in step ? [step.type] : []));
  const isOwn = made.includes(command);
  const isKnown = lines.length > 0 && lines.length === undo.length;
  if (isKnown && (isOwn || isExact(command))) return { ...NOTHING, after: lines.map((line) => `undo ${line}`) };
  return isOwn ? NOTHING : { reason: reasonAgainst(command) };
}

/** Returns the journal's reason, if the journal can't undo the command either */
function reasonAgainst({ words }: ScriptCommand): string {
  const [first = "", ...rest] = words.map(({ text }) => text);
  const plan = planOf([first, ...rest]);
  if (plan.kind === "stranger") return againstStranger(plan.program);
  return plan.kind === "unknown" ? plan.reason : "the previous state is not known when the script is written";
}
