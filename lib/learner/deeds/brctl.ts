import { brctlVerb } from "../../programs/brctl/verbs.ts";
import { parse, plainWords } from "../../programs/parse.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed } from "../deed.ts";
import { deedsOfTouches } from "./ip.ts";

/** What a line of `brctl` does */
export function brctlDeeds({ args: [name = "--help", ...words], enter }: Typed): readonly Deed[] {
  const verb = brctlVerb(name);
  if (verb === null || typeof verb === "string") return [];
  const touches = verb.touches(parse(verb.grammar, plainWords(words)), { enter, family: null });
  return typeof touches === "string" ? [] : deedsOfTouches(touches);
}
