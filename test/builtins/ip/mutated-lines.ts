/**
 * Lines of the tables with something wrong in them, or something else.
 */
import fc from "fast-check";

import { scenesByTopic } from "./scenes.ts";

/** Topics whose lines only change something, and start no program */
const TOPICS = /^(?:link|address|route)/;

const ALL = scenesByTopic()
  .filter(([topic]) => TOPICS.test(topic))
  .flatMap(([, scenes]) => scenes.flatMap((scene) => scene.lines))
  .filter(({ words }) => !words[0]?.startsWith("-") && !words.some((word) => word.includes("pid")));

/** Most of these are good, and ours */
const LINES = ALL.filter(({ by }) => by === "ours").map(({ words }) => words);

const WORDS = [
  ...new Set(ALL.flatMap(({ words }) => words)),
  "0",
  "-1",
  "0x10",
  "constructor",
  "__proto__",
  "10.0.0.1/24",
  "4294967296",
];

type Words = readonly string[];
type Mutation = (words: Words, at: number, word: string) => Words;

const MUTATIONS: readonly Mutation[] = [
  (words) => words,
  (words, at) => words.toSpliced(at, 1),
  (words, at, word) => words.with(at, word),
  (words, at, word) => words.toSpliced(at, 0, word),
  (words, at) => words.with(at, words[at]?.slice(0, -1) ?? ""),
  (words, at) => words.with(at, words[at]?.slice(0, 2) ?? ""),
  (words, at) => [...words, ...words.slice(at)],
  (words, at) => words.slice(0, at + 1),
];

/** What is said before the object; most often nothing */
const PREFIXES: readonly Words[] = [[], [], [], [], ["-4"], ["-n", "blue"], ["netns", "exec", "blue", "ip"]];

/** A line of the tables, as it is or with one thing changed; what it is about stays */
export const mutatedLine: fc.Arbitrary<Words> = fc
  .tuple(
    fc.constantFrom(...PREFIXES),
    fc.constantFrom(...LINES),
    fc.constantFrom(...MUTATIONS),
    fc.nat(),
    fc.constantFrom(...WORDS),
  )
  .map(([prefix, words, mutation, number, word]) => {
    const [object = "", ...rest] = words;
    const mutated = rest.length === 0 ? rest : mutation(rest, number % rest.length, word);
    return [...prefix, object, ...mutated];
  });

/** Any words, among them many that mean something */
export const anyWords: fc.Arbitrary<Words> = fc.array(
  fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "binary" })),
  {
    maxLength: 12,
  },
);
