/**
 * Parses the options of a dockerd command line, by their long names.
 *
 * @module
 */

/** An option */
export interface DaemonFlag {
  /** Its long name, without dashes */
  readonly name: string;
  /** The word that contains it */
  readonly word: string;
  /** The value in `--name=value` or `--name value`; `null` when nothing follows */
  readonly value: string | null;
}

/** Short spellings: moby, `cmd/dockerd/config.go`, `config_unix.go` and `config_common_unix.go` */
const LONG: Readonly<Record<string, string>> = {
  b: "bridge",
  D: "debug",
  G: "group",
  H: "host",
  l: "log-level",
  p: "pidfile",
  s: "storage-driver",
};

/**
 * Parses options as pflag does: `--mtu 1400`, `--mtu=1400`, `-b bridge0`, `-b=bridge0`, `-bbridge0`.
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
  return words.flatMap((word, at) => {
    const next = words[at + 1] ?? null;
    const [, long, , value] = /^--([^=]+)(=(.*))?$/s.exec(word) ?? [];
    if (long !== undefined) return [{ name: long, word, value: value ?? next }];
    return /^-[A-Za-z]/.test(word) ? shortFlags(word, next) : [];
  });
}

/** Parses a word of short options; `-D` takes no value, so another one may follow it: `-Db bridge0` */
function shortFlags(word: string, next: string | null): readonly DaemonFlag[] {
  const letters = word.slice(1);
  const switches = /^D*/.exec(letters)?.[0].length ?? 0;
  const rest = letters.slice(switches);
  const debug = switches > 0 ? [{ name: "debug", word, value: null }] : [];
  const name = LONG[rest.charAt(0)];
  if (name === undefined) return debug;
  return [...debug, { name, word, value: rest.slice(1).replace(/^=/, "") || next }];
}
