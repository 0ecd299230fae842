import type { Grammar, Keyword } from "./grammar.ts";

/** The parts made so far, since several words may lead to one grammar; `null` if nothing in it leads to a command */
const made = new Map<Grammar, Grammar | null>();

/**
 * Reduces a grammar to the words that lead to another program's command, so that a line is quickly parsed up to that.
 *
 * @example
 * ```ts
 * import { IP } from "./ip/ip.ts";
 * import { parse, plainWords } from "./parse.ts";
 * import { toCommands } from "./to-commands.ts";
 * import { expect } from "bun:test";
 *
 * const read = (line: string) => parse(toCommands(IP), plainWords(line.split(" ")));
 * expect(read("net exec 2778 ip link").command).toEqual(plainWords(["ip", "link"]));
 * expect(read("link set A up")).toMatchObject({ lost: "set", command: [] });
 * ```
 */
export function toCommands(grammar: Grammar): Grammar {
  return partOf(grammar) ?? { ...grammar, words: {} };
}

function partOf(grammar: Grammar): Grammar | null {
  const known = made.get(grammar);
  if (known !== undefined) return known;
  const words = Object.entries(grammar.words).map(([name, keyword]) => [name, shortened(keyword)] as const);
  const leadsThere = words.some(([, { leads }]) => leads !== undefined && leads !== "rest");
  const part = leadsThere || grammar.after === "command" ? { ...grammar, words: Object.fromEntries(words) } : null;
  made.set(grammar, part);
  return part;
}

function shortened(keyword: Keyword): Keyword {
  const { leads } = keyword;
  if (typeof leads !== "object") return keyword;
  return { ...keyword, leads: ("touches" in leads ? null : partOf(leads)) ?? "rest" };
}
