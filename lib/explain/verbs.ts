import type { Verb } from "../programs/verb.ts";
import { leading, type Word } from "./grammar.ts";

/** Makes the words of verbs, with what each means */
export function verbs(
  known: Readonly<Record<string, Verb>>,
  means: Readonly<Record<string, string>>,
): Readonly<Record<string, Word>> {
  return Object.fromEntries(
    Object.entries(means).flatMap(([name, meaning]) => {
      const verb = known[name];
      return verb === undefined ? [] : [[name, leading(meaning, verb)] as const];
    }),
  );
}
