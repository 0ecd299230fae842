/**
 * Collects what the words of a line say, as they are parsed.
 *
 * @module
 */
import type { Deed, Keyword, Only, Parameter, Word } from "../grammar.ts";
import { meaningOf } from "../grammar-parts.ts";
import type { Fault, Meaning, Parsed, ReadVerb, SaidKeyword, Term } from "../parse.ts";
import { isSwitch } from "./find-keyword.ts";

/** Parsed words, as far as they are parsed yet */
export class ParsedSoFar implements Parsed {
  readonly said: Record<string, string> = {};
  readonly order: SaidKeyword[] = [];
  readonly terms: Term[] = [];
  readonly meanings: Meaning[] = [];
  readonly belongs: (string | null)[] = [];
  readonly missing: string[] = [];
  readonly refused: string[] = [];
  readonly deeds: Deed[] = [];
  readonly manuals: string[] = [];
  lost: string | null = null;
  fault: Fault | null = null;
  only: Only | null = null;
  inner: Parsed | null = null;
  verb: ReadVerb | null = null;
  command: readonly Word[] = [];
  /** The keyword that is being parsed */
  keyword: string | null = null;
  /** Parameters that are missing after their keyword */
  readonly missed = new Set<string>();

  /** Records the meaning of a word */
  tell({ typed }: Word, means: string | null): void {
    this.meanings.push({ word: typed, means });
    this.belongs.push(this.keyword);
  }

  /** Records a keyword and its deed; a keyword with parameters is recorded by those */
  say(name: string, keyword: Keyword): void {
    const { same = name, leads, deed, manual, only } = keyword;
    if (isSwitch(keyword) && leads === undefined) this.said[same] ??= same;
    if (deed !== undefined) this.deeds.push(deed);
    if (manual !== undefined) this.manuals.push(manual);
    if (only !== undefined) this.only = only;
  }

  /** Records the word of a parameter, and its meaning */
  sayParameter(given: Word, parameter: Parameter): void {
    const before = parameter.times === "any" ? this.said[parameter.name] : undefined;
    this.sayValue(parameter, given.text);
    this.said[parameter.name] = before === undefined ? given.typed : `${before} ${given.typed}`;
    this.tell(given, meaningOf(parameter, given.text));
  }

  /** Records a value, which need not be a word by itself */
  sayValue(parameter: Parameter, value: string): void {
    const { name, refuses } = parameter;
    this.said[name] = value;
    this.terms.push({ of: parameter, text: value });
    const refusal = refuses?.(value) ?? null;
    if (refusal !== null) this.refused.push(refusal);
  }

  /** Records that a parameter is missing after a word */
  miss({ typed }: Word, parameter: Parameter): void {
    this.missed.add(parameter.name);
    this.missing.push(`after ${typed}, ${meaningOf(parameter, "")}`);
  }

  /** Records an option at which a strict program stops */
  fail({ text }: Word, is: Fault["is"]): void {
    this.fault ??= { word: text, is, terms: this.terms.length };
  }

  /** Records words that mean nothing here; the first of them is the lost one */
  lose(unknown: readonly Word[]): void {
    this.lost ??= unknown[0]?.typed ?? null;
    for (const word of unknown) this.tell(word, null);
  }

  /** Takes over what another grammar has parsed */
  adopt(inner: Parsed): void {
    this.inner = inner;
    this.lost = inner.lost;
    this.verb = inner.verb;
    this.command = inner.command;
    this.only ??= inner.only;
    this.meanings.push(...inner.meanings);
    this.belongs.push(...inner.belongs);
    this.missing.push(...inner.missing);
    this.refused.push(...inner.refused);
    this.deeds.push(...inner.deeds);
    this.manuals.push(...inner.manuals);
  }
}
