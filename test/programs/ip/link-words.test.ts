/**
 * `ip link` reads as a word of its own what no interface is called by, and nothing else.
 */
import { expect, test } from "bun:test";

import { parse, plainWords } from "../../../lib/programs/parse.ts";
import { LINK_NAME } from "../../../lib/programs/ip/link-parameters.ts";
import { LINK_SET } from "../../../lib/programs/ip/link-set.ts";
import { ipWord } from "../../../lib/values/name/ip-words.ts";

const WORDS = LINK_SET.grammar.words;

/** Words of `ip address show` and of ip's own, which `ip link set` takes for a name, or asks for help by */
const OTHERS: readonly (string | null)[] = ["label", "scope", "to", "help"];

const beginnings = [...new Set(Object.keys(WORDS).flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1))))];

test("ip link reads as its own what names are refused for", () => {
  const meaning = (word: string) => parse(LINK_SET.grammar, plainWords([word])).meanings[0]?.means;
  const expected = (word: string) => {
    const own = ipWord(word);
    return own === null || OTHERS.includes(own) ? LINK_NAME.means : WORDS[own]?.means;
  };
  // Longer ones are no names
  const short = beginnings.filter((word) => word.length <= 15);
  expect(short.map((word) => [word, meaning(word)])).toEqual(short.map((word) => [word, expected(word)]));
  expect(short.length).toBeGreaterThan(200);
});
