/**
 * A line is parsed once, however many readers ask for it; another line, or another spelling, is parsed anew.
 */
import { expect, test } from "bun:test";

import { grammar, several } from "../../../lib/programs/grammar-parts.ts";
import { parse, plainWords } from "../../../lib/programs/parse.ts";
import { parsedOnce } from "../../../lib/programs/parse/last-lines.ts";

const WORDS = grammar({ operands: [several("text", "a text")] });

const read = (line: string) => parse(WORDS, plainWords(line.split(" ")));

test("the same words are parsed once", () => {
  const first = read("link set A up");
  expect(read("link set A up")).toBe(first);
  expect(read("link set A down")).not.toBe(first);
  expect(read("link set A up")).toBe(first);
});

test("words that were typed another way are parsed anew, since an explanation shows them as typed", () => {
  const quoted = parse(WORDS, [{ typed: '"A"', text: "A" }]);
  expect(quoted.meanings).toEqual([{ word: '"A"', means: "a text" }]);
  expect(read("A").meanings).toEqual([{ word: "A", means: "a text" }]);
});

test.each([
  [["a", "b"], ["a"]],
  [["a"], ["a", "b"]],
  [["a b"], ["a", "b"]],
  [[], [""]],
])("%j are not %j", (one, other) => {
  expect(parse(WORDS, plainWords(one)).terms).toHaveLength(one.length);
  expect(parse(WORDS, plainWords(other)).terms).toHaveLength(other.length);
});

test("each grammar has its own lines", () => {
  const other = grammar({ operands: [several("text", "another text")] });
  read("a");
  expect(parse(other, plainWords(["a"])).meanings).toEqual([{ word: "a", means: "another text" }]);
});

test("only the last lines are kept", () => {
  const own = grammar({});
  let count = 0;
  const ask = (word: string) =>
    parsedOnce(own, plainWords([word]), (...line) => {
      count++;
      return parse(...line);
    });
  for (const word of ["a", "b", "a", "b"]) ask(word);
  expect(count).toBe(2);
  for (const word of ["c", "d", "e", "a"]) ask(word);
  expect(count).toBe(6);
});

test("words that change afterwards don't change what is kept", () => {
  const words = [...plainWords(["x", "y"])];
  parse(WORDS, words);
  words.pop();
  expect(parse(WORDS, words).terms).toHaveLength(1);
});
