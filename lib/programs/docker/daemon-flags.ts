/**
 * Parses the options of a dockerd command line, by their long names.
 *
 * @module
 */
import { parse, plainWords } from "../parse.ts";
import { DAEMON } from "./options/daemon-options.ts";

/** An option */
export interface DaemonFlag {
  /** Its long name, without dashes */
  readonly name: string;
  /** The word that contains it */
  readonly word: string;
  /** The value in `--name=value` or `--name value`; `null` for a switch without one */
  readonly value: string | null;
}

/**
 * Parses options as pflag does: `--mtu 1400`, `--mtu=1400`, `-b bridge0`, `-b=bridge0`, `-bbridge0`. dockerd refuses
 * unknown ones itself.
 *
 * @example
 * ```ts
 * import { flagsIn } from "./daemon-flags.ts";
 * import { expect } from "bun:test";
 *
 * const flags = flagsIn(["-b", "bridge0", "--icc=false"]);
 * expect(flags.map(({ name }) => name)).toEqual(["bridge", "icc"]);
 * ```
 */
export function flagsIn(words: readonly string[]): readonly DaemonFlag[] {
  const { terms, meanings, belongs } = parse(DAEMON, plainWords(words));
  return terms.map(({ of, text }) => {
    const option = of === null ? text : `--${of.name}`;
    // Of several letters in one word, only the last is found by its word
    const word = meanings.find((_, at) => belongs[at] === option)?.word ?? option;
    return { name: option.slice(2), word, value: of === null ? null : text };
  });
}
