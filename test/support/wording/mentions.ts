/** Finds texts of ours in tests. */
import { proseOf, wordsOf } from "./prose.ts";
import type { Text } from "./texts.ts";

/** A text of ours, and the literals of tests that repeat it */
export interface Mentioned {
  readonly text: Text;
  readonly places: readonly Text[];
}

/** The number of consecutive words to look for first; of a shorter part, all */
const IN_A_ROW = 4;

/** The share of a text's words that a repetition has at least, and their number */
const SHARE = 0.7;
const FEWEST = 3;

/** The largest number of characters between two parts */
const GAP = 200;

/** The number of consecutive words that make a quotation, however long the rest is */
const QUOTATION = 7;

interface Prose {
  readonly text: Text;
  readonly parts: readonly (readonly string[])[];
}

/** A place's repetition of a text: the longest run of each part */
interface Repeated {
  readonly text: Text;
  readonly runs: readonly string[];
  readonly score: number;
  readonly share: number;
}

type Index = ReadonlyMap<string, ReadonlySet<Prose>>;

/** Lists the texts of ours in tests; for each place, those that are most similar */
export function mentions(ours: readonly Text[], tests: readonly Text[]): readonly Mentioned[] {
  const types = new Set(ours.filter(({ kind }) => kind === "type").map(({ parts }) => parts.join()));
  const index = indexOf(ours.filter(({ kind, parts }) => kind === "text" && !types.has(parts.join())));
  const places = new Map<Text, Set<Text>>();
  for (const place of tests.filter(({ kind }) => kind !== "type")) {
    const words = wordsOf(place.parts.join(" … "));
    const texts = textsIn(words, index);
    // A text in several files is tested by each file's test
    const athome = texts.filter((text) => homeOf(text.file) === place.file);
    for (const text of athome.length > 0 ? athome : texts) places.set(text, (places.get(text) ?? new Set()).add(place));
  }
  return [...places].map(([text, found]) => ({ text, places: [...found] }));
}

/** Returns the test that mirrors a module */
export function homeOf(file: string): string {
  return file
    .replace(/^lib\//, "test/")
    .replace(/^recipes\//, "test/recipes/")
    .replace(/\.ts$/, ".test.ts");
}

/** Indexes texts by their runs of words */
function indexOf(ours: readonly Text[]): Index {
  const index = new Map<string, Set<Prose>>();
  for (const text of ours) {
    const parts = proseOf(text);
    for (const words of parts)
      for (const run of runsOf(words, Math.min(IN_A_ROW, words.length)))
        if (words.length > 1) index.set(run, (index.get(run) ?? new Set()).add({ text, parts }));
  }
  return index;
}

/** Lists the texts that these words repeat */
function textsIn(words: readonly string[], index: Index): readonly Text[] {
  const candidates = new Map<Text, Prose>();
  for (const length of [2, 3, IN_A_ROW])
    for (const run of runsOf(words, length))
      for (const prose of index.get(run) ?? []) candidates.set(prose.text, prose);
  const found = [...candidates.values()]
    .map((prose) => repeated(prose, ` ${words.join(" ")} `))
    .filter((one) => one !== null);
  return found.filter((one) => !found.some((other) => isPartOf(one, other))).map(({ text }) => text);
}

/** Returns the repeated parts of a text; `null` when they are too short to be a repetition */
function repeated({ text, parts }: Prose, joined: string): Repeated | null {
  let rest = joined;
  const longest = parts.map((part) => {
    const run = longestRun(part, rest);
    // The parts follow each other, with no long text between them
    if (run.length > 0) rest = rest.slice(rest.indexOf(` ${run.join(" ")} `) + run.join(" ").length).slice(0, GAP);
    return run;
  });
  // A single word proves nothing
  const runs = longest.filter(({ length }, at) => length > 1 || (length === 1 && parts[at]?.length === 1));
  const score = runs.flat().length;
  const share = score / parts.flat().length;
  const isMeant = (score >= FEWEST && share >= SHARE) || runs.some(({ length }) => length >= QUOTATION);
  return isMeant ? { text, runs: runs.map((run) => run.join(" ")), score, share } : null;
}

/** Reports whether another text covers the same repetition, and is more similar to the place */
function isPartOf(one: Repeated, other: Repeated): boolean {
  const isMore = other.score > one.score || (other.score === one.score && other.share > one.share);
  return isMore && one.runs.every((run) => other.runs.some((theirs) => ` ${theirs} `.includes(` ${run} `)));
}

function longestRun(words: readonly string[], joined: string): readonly string[] {
  for (let length = words.length; length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length);
      if (joined.includes(` ${run.join(" ")} `)) return run;
    }
  return [];
}

function runsOf(words: readonly string[], length: number): readonly string[] {
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(" "));
}
