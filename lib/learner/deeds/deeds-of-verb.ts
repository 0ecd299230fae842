import { plainWords } from "../../programs/parse.ts";
import type { ReadLine } from "../../programs/read-line.ts";
import { touchesOf } from "../../shell/invert/known-verb.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed } from "../deed.ts";
import { deedsOfTouches } from "./touches.ts";

/** Lists the results of a line by its verb */
export function deedsOfVerb(reads: ReadLine, { args, enter }: Typed): readonly Deed[] {
  const line = reads(plainWords(args), enter);
  const touches = line === null || typeof line === "string" ? [] : touchesOf(line);
  return typeof touches === "string" ? [] : deedsOfTouches(touches);
}
