import { brctlVerb } from "../../programs/brctl/verbs.ts";
import { NONE, type Plan, unknown } from "./inversion.ts";
import type { Typed } from "./typed.ts";
import { planOfVerb } from "./verb-plan.ts";

/** Equivalent to: the opposite `ip link` line, which needs no bridge-utils */
export function brctl(typed: Typed): Plan {
  const [name = "--help", ...words] = typed.args;
  const verb = brctlVerb(name);
  if (verb === null) return NONE;
  return typeof verb === "string"
    ? unknown(verb)
    : planOfVerb(verb, typed, words, { enter: typed.enter, family: null });
}
