/** One option of a command or a recipe: `--from VALUE`, `--from=VALUE`, `-f VALUE`, `--quiet` */
export interface OptionSpec {
  /** Without the hyphens; any name will do, `no-install` and `constructor` too */
  readonly name: string;
  /** The one letter of its short form, where there is one */
  readonly alias?: string;
  readonly takes: "value" | "nothing";
}

/** Whether a word of a command line stands where only an option may: a hyphen alone is custom's word for standard input */
export function looksLikeOption(word: string): boolean {
  return word.startsWith("-") && word !== "-";
}

/** The option's spellings: `--from`, and `-f` where it has a short form */
export function spellings({ name, alias }: OptionSpec): readonly string[] {
  return alias === undefined ? [`--${name}`] : [`--${name}`, `-${alias}`];
}

/** The option that a word without its `=VALUE` spells, or `undefined` when there is none */
export function findOption(flag: string, options: readonly OptionSpec[]): OptionSpec | undefined {
  return options.find((option) => spellings(option).includes(flag));
}
