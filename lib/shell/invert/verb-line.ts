import type { ReadLine } from "../../programs/read-line.ts";
import { NONE, type Plan, unknown } from "./inversion.ts";
import type { Typed } from "./typed.ts";
import { planOfVerb } from "./verb-plan.ts";

/** Plans the undo of the lines of a program by the verb that each has */
export function planOfLines(read: ReadLine): (typed: Typed) => Plan {
  return (typed) => {
    const line = read(typed.args, typed.enter);
    if (line === null) return NONE;
    return typeof line === "string" ? unknown(line) : planOfVerb(line.verb, typed, line.words, line.context);
  };
}
