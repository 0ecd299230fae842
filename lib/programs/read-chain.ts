/**
 * Reads a command together with the commands before it that only run it: `sudo ip netns exec 2778 ip link`.
 *
 * @module
 */
import type { Deed, Said, Word } from "./grammar.ts";
import { PROGRAMS } from "./table.ts";
import { type Meaning, parse, type Parsed } from "./parse.ts";

/** A command, and the commands before it that only run it */
export interface Chain {
  readonly meanings: readonly Meaning[];
  readonly said: Said;
  readonly deeds: readonly Deed[];
  readonly manuals: readonly string[];
  /** The words before the last command, as typed */
  readonly prefix: string;
  /** The lines that do the same with today's programs */
  readonly today: readonly string[];
  /** Words that are missing for a complete line */
  readonly missing: readonly string[];
  /** The program's own errors for words that it refuses */
  readonly refused: readonly string[];
  /** The first word that could not be parsed; `null` when all words but options are known */
  readonly lost: string | null;
}

const NOTHING: Chain = {
  meanings: [],
  said: {},
  deeds: [],
  manuals: [],
  prefix: "",
  today: [],
  missing: [],
  refused: [],
  lost: null,
};

/** Reads a command's words */
export function readChain(words: readonly Word[]): Chain {
  const [first, ...rest] = words;
  if (first === undefined) return NOTHING;
  const name = first.text.slice(first.text.lastIndexOf("/") + 1);
  const program = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
  if (program === undefined) return { ...NOTHING, meanings: words.map(({ typed }) => ({ word: typed, means: null })) };
  const reading = parse(program.grammar, rest);
  const { deeds, missing, refused, lost } = reading;
  const said = { ...saidIn(reading), program: name, all: rest.map(({ typed }) => typed).join(" ") };
  const meanings = [{ word: first.typed, means: program.means }, ...reading.meanings];
  const manuals = [...reading.manuals, ...(reading.manuals.length === 0 ? [program.manual] : [])];
  if (reading.command.length === 0) {
    const isWhole = missing.length === 0 && lost === null;
    const today = isWhole && program.today !== undefined ? program.today(said) : [];
    return { meanings, said, deeds, manuals, prefix: "", today, missing, refused, lost };
  }
  const inner = readChain(reading.command);
  const before = words
    .slice(0, words.length - reading.command.length)
    .map(({ typed }) => typed)
    .join(" ");
  return {
    meanings: [...meanings, ...inner.meanings],
    said: inner.said,
    deeds: [...deeds, ...inner.deeds],
    manuals: [...inner.manuals, ...manuals],
    prefix: inner.prefix === "" ? before : `${before} ${inner.prefix}`,
    today: inner.today.map((line) => `${before} ${line}`),
    missing: [...missing, ...inner.missing],
    refused: [...refused, ...inner.refused],
    lost: lost ?? inner.lost,
  };
}

/** Collects the values of a line, those of a verb's words included */
export function saidIn({ said, inner }: Parsed): Said {
  return inner === null ? said : { ...said, ...saidIn(inner) };
}
