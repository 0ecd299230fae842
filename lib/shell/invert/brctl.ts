import { readBrctlLine } from "../../programs/brctl/line.ts";
import { NONE, type Plan, unknown } from "./inversion.ts";
import type { Typed } from "./typed.ts";
import { planOfVerb } from "./verb-plan.ts";

/** Equivalent to: the opposite `ip link` line, which needs no bridge-utils */
export function brctl(typed: Typed): Plan {
  const line = readBrctlLine(typed.args);
  if (line === null) return NONE;
  if (typeof line === "string") return unknown(line);
  return planOfVerb(line.verb, typed, line.words, { enter: typed.enter, family: null });
}
