/** A rule that the text of a value must not break */
export interface Rule {
  /** Matches the texts that the rule refuses */
  readonly refuses: RegExp;
  /** The reason, as a clause with the limit in it */
  reason(text: string): string;
}

/** The reason of the first rule that refuses the text, or `null` when every rule allows it */
export function reasonAgainst(text: string, rules: readonly Rule[]): string | null {
  return rules.find((rule) => rule.refuses.test(text))?.reason(text) ?? null;
}
