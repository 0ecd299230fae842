import { parse, plainWords } from "../../programs/grammar.ts";
import type { ReadLine } from "../../programs/read-line.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed } from "../deed.ts";
import { deedsOfTouches } from "./ip.ts";

/** What the lines of a program do, by the verb that each has */
export function deedsOfLines(read: ReadLine): (typed: Typed) => readonly Deed[] {
  return ({ args, enter }) => {
    const line = read(args, enter);
    if (line === null || typeof line === "string") return [];
    const touches = line.verb.touches(parse(line.verb.grammar, plainWords(line.words)), line.context);
    return typeof touches === "string" ? [] : deedsOfTouches(touches);
  };
}
