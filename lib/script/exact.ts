/**
 * Commands whose undo is right, whatever the former state.
 *
 * @module
 */
import type { Effect } from "../programs/effect.ts";
import type { ScriptCommand } from "./script-command.ts";

/** Reports whether the undo of `explain` restores the state before a command, even of things that others own */
export function isExact({ effects }: ScriptCommand): boolean {
  return typeof effects !== "string" && effects.length > 0 && effects.every(hasExactOpposite);
}

/** Reports whether an effect makes something that must not exist yet, or is undone by its own words */
function hasExactOpposite(effect: Effect): boolean {
  switch (effect.kind) {
    case "mount":
      return true;
    case "symbolic link":
      return !effect.replaces;
    case "chain":
      return effect.how !== "sets the policy";
    default:
      return false;
  }
}
