/**
 * Which texts of ours stand in tests, and where.
 */
import { proseOf, wordsOf } from "./prose.ts";
import type { Text } from "./texts.ts";

/** A text of ours, and the literals of tests that repeat it */
export interface Mentioned {
  readonly text: Text;
  readonly places: readonly Text[];
}

/** So many words in a row are looked for first; of a part that has fewer, all */
const IN_A_ROW = 4;

/** Of a text's words this share, at least, is repeated where it is meant, and so many words */
const SHARE = 0.7;
const FEWEST = 3;

/** So many characters after one part, the next one has come */
const GAP = 200;

/** So many words in a row are a quotation, however long the rest is */
const QUOTATION = 7;

interface Prose {
  readonly text: Text;
  readonly parts: readonly (readonly string[])[];
}

/** What a place repeats of a text: the longest run of each of its parts */
interface Repeated {
  readonly text: Text;
  readonly runs: readonly string[];
  readonly score: number;
  readonly share: number;
}

type Index = ReadonlyMap<string, ReadonlySet<Prose>>;

/** Lists the texts of ours that stand in tests; of several that are like a place, those that are most like it */
export function mentions(ours: readonly Text[], tests: readonly Text[]): readonly Mentioned[] {
  const types = new Set(ours.filter(({ kind }) => kind === "type").map(({ parts }) => parts.join()));
  const index = indexOf(ours.filter(({ kind, parts }) => kind === "text" && !types.has(parts.join())));
  const places = new Map<Text, Set<Text>>();
  for (const place of tests.filter(({ kind }) => kind !== "type")) {
    const words = wordsOf(place.parts.join(" … "));
    const texts = textsIn(words, index);
    // One that stands in several files is tested by the test of each
    const athome = texts.filter((text) => homeOf(text.file) === place.file);
    for (const text of athome.length > 0 ? athome : texts) places.set(text, (places.get(text) ?? new Set()).add(place));
  }
  return [...places].map(([text, found]) => ({ text, places: [...found] }));
}

/** The test that mirrors a module */
export function homeOf(file: string): string {
  return file
    .replace(/^lib\//, "test/")
    .replace(/^recipes\//, "test/recipes/")
    .replace(/\.ts$/, ".test.ts");
}

/** Texts by the runs of words that they have */
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

/** The texts that these words repeat */
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

/** What is repeated of a text; `null` when it is too little to be meant */
function repeated({ text, parts }: Prose, joined: string): Repeated | null {
  let rest = joined;
  const longest = parts.map((part) => {
    const run = longestRun(part, rest);
    // The parts follow each other, and what is put between them is no long text
    if (run.length > 0) rest = rest.slice(rest.indexOf(` ${run.join(" ")} `) + run.join(" ").length).slice(0, GAP);
    return run;
  });
  // A word alone is anywhere
  const runs = longest.filter(({ length }, at) => length > 1 || (length === 1 && parts[at]?.length === 1));
  const score = runs.flat().length;
  const share = score / parts.flat().length;
  const isMeant = (score >= FEWEST && share >= SHARE) || runs.some(({ length }) => length >= QUOTATION);
  return isMeant ? { text, runs: runs.map((run) => run.join(" ")), score, share } : null;
}

/** Reports whether another text has all that is repeated of this one, and is more like the place */
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
