import { readBrctlLine } from "../../programs/brctl/line.ts";
import { parse, plainWords } from "../../programs/grammar.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed } from "../deed.ts";
import { deedsOfTouches } from "./ip.ts";

/** What a line of `brctl` does */
export function brctlDeeds({ args, enter }: Typed): readonly Deed[] {
  const line = readBrctlLine(args);
  if (line === null || typeof line === "string") return [];
  const touches = line.verb.touches(parse(line.verb.grammar, plainWords(line.words)), { enter, family: null });
  return typeof touches === "string" ? [] : deedsOfTouches(touches);
}
