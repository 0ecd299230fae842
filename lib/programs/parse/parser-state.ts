import type { Grammar, Word } from "../grammar.ts";
import type { Parsed } from "../parse.ts";
import { ParsedSoFar } from "./parsed-so-far.ts";

/** Parses the words after a keyword by another grammar */
type ParseInner = (grammar: Grammar, words: readonly Word[]) => Parsed;

/** The state of a parser between two words */
export class ParserState {
  readonly soFar = new ParsedSoFar();
  readonly parseInner: ParseInner;
  /** The grammar of the next word */
  grammar: Grammar;
  /** The words that are left */
  rest: readonly Word[];
  /** The number of operands parsed so far */
  operands = 0;
  /** True once `--` has ended the options */
  isPastOptions = false;

  constructor(grammar: Grammar, words: readonly Word[], parseInner: ParseInner) {
    this.grammar = grammar;
    this.rest = words;
    this.parseInner = parseInner;
  }

  next(): Word | undefined {
    const [first, ...rest] = this.rest;
    this.rest = rest;
    return first;
  }

  takeRest(): readonly Word[] {
    const { rest } = this;
    this.rest = [];
    return rest;
  }

  /** Gives up: words after an unknown word may mean anything */
  loseTheWay(given: readonly Word[] = []): void {
    this.soFar.keyword = null;
    this.soFar.lose([...given, ...this.takeRest()]);
  }
}
