import { ownEntry, parse, plainWords } from "../../programs/parse.ts";
import { PROGRAMS } from "../../programs/table.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed } from "../deed.ts";
import { deedsOfTouches } from "./ip.ts";

/** What a line does, by the verb that its program reads in it */
export function lineDeeds({ program, args, enter }: Typed): readonly Deed[] {
  const line = ownEntry(PROGRAMS, program)?.reads?.(args, enter) ?? null;
  if (line === null || typeof line === "string") return [];
  const touches = line.verb.touches(parse(line.verb.grammar, plainWords(line.words)), line.context);
  return typeof touches === "string" ? [] : deedsOfTouches(touches);
}
