/** One option of a command or a recipe: `--from VALUE`, `--from=VALUE`, `-f VALUE`, `--quiet` */
export interface OptionSpec {
  /** The name without hyphens; any name works, even `no-install` and `constructor` */
  readonly name: string;
  /** The letter of its short form, if it has one */
  readonly alias?: string;
  readonly takes: "value" | "nothing";
}

/** Reports whether a word looks like an option; a single hyphen, which commonly means standard input, does not */
export function looksLikeOption(word: string): boolean {
  return word.startsWith("-") && word !== "-";
}

/** Returns the option's spellings: `--from`, and `-f` if it has a short form */
export function spellings({ name, alias }: OptionSpec): readonly string[] {
  return alias === undefined ? [`--${name}`] : [`--${name}`, `-${alias}`];
}

/** Finds the option that a word without `=VALUE` spells; `undefined` when there is none */
export function findOption(flag: string, options: readonly OptionSpec[]): OptionSpec | undefined {
  return options.find((option) => spellings(option).includes(flag));
}
