import { quoted } from "../../values/quoted.ts";
import type { CommandOption } from "./command-option.ts";
import { UsageError } from "../errors/usage-error.ts";

/** A recipe's option and its value */
const SETTING = /^([A-Za-z][\w-]*)=(.*)$/s;

/**
 * Rewrites `--with from=10.9.0.1 to=10.9.0.2` as the recipe's own options, `--from=10.9.0.1 --to=10.9.0.2`,
 * after its name.
 *
 * @param taken the command's own options, which are not a recipe's
 * @throws {UsageError} when no value follows, or one that is not a recipe's
 *
 * @example
 * ```ts
 * import { withOption } from "./with-option.ts";
 * import { expect } from "bun:test";
 *
 * expect(withOption(["--with", "from=10.9.0.1", "web", "--json"], [])).toEqual(["web", "--json", "--from=10.9.0.1"]);
 * ```
 */
export function withOption(argv: readonly string[], taken: readonly CommandOption[]): readonly string[] {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const others: string[] = [];
  const own: string[] = [];
  for (let at = 0; at < end; at++) {
    const word = argv[at] ?? "";
    const attached = /^--with=(.*)$/s.exec(word)?.[1];
    if (attached !== undefined) own.push(optionOf(attached, taken));
    else if (word !== "--with") others.push(word);
    else {
      const settings = argv.slice(at + 1, end);
      const next = settings.findIndex((setting) => !SETTING.test(setting));
      const count = next === -1 ? settings.length : next;
      if (count === 0) throw notGiven(settings[0]);
      own.push(...settings.slice(0, count).map((setting) => optionOf(setting, taken)));
      at += count;
    }
  }
  return [...others, ...own, ...argv.slice(end)];
}

function optionOf(setting: string, taken: readonly CommandOption[]): string {
  const [, name, value] = SETTING.exec(setting) ?? [];
  if (name === undefined || value === undefined) throw notGiven(setting);
  if (taken.some((option) => option.name === name))
    throw new UsageError(`Cannot use --with ${quoted(setting)}: --${name} is not an option of a recipe`, `--${name}`);
  return `--${name}=${value}`;
}

function notGiven(instead: string | undefined): UsageError {
  const reason = instead === undefined ? "nothing follows it" : `${quoted(instead)} is not OPTION=VALUE`;
  return new UsageError(`Cannot read --with: ${reason}`, "--with from=10.9.0.1");
}
