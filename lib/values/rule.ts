/** One thing that the text of a value must not be */
export interface Rule {
  /** Matches the texts that the rule refuses */
  readonly refuses: RegExp;
  /** Why, as a clause with the limit in it */
  reason(text: string): string;
}

/** The reason of the first rule that refuses the text, or `null` when all let it pass */
export function reasonAgainst(text: string, rules: readonly Rule[]): string | null {
  return rules.find((rule) => rule.refuses.test(text))?.reason(text) ?? null;
}
