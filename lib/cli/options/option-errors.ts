import { nearest } from "../../values/name/nearest.ts";
import { quoted } from "../../values/quoted.ts";
import { type OptionSpec, spellings } from "./option-spec.ts";
import { UsageError } from "../errors/usage-error.ts";

/** Thrown for an option that resembles none of the known ones */
export class UnlikeAnyOption extends UsageError {}

/** Returns the error for `--form` where there is `--from`: it names the nearest, or else all */
export function unknownOption(flag: string, options: readonly OptionSpec[]): UsageError {
  const known = new Map(options.flatMap(spellings).map((spelling) => [bare(spelling), spelling]));
  const meant = known.get(nearest(bare(flag), [...known.keys()]) ?? "");
  if (meant !== undefined) return new UsageError(`Unknown option ${quoted(flag)}: did you mean "${meant}"?`, meant);

  const all = options.map(({ name }) => `--${name}`).join(", ");
  const hint = all === "" ? "this command has no options" : `the options are ${all}`;
  return new UnlikeAnyOption(`Unknown option ${quoted(flag)}: ${hint}`, null);
}

/** Strips the hyphens, which would make all options look alike */
function bare(flag: string): string {
  return flag.replace(/^-+/, "");
}

/** Returns the error for `--from` with nothing after it, or with another option */
export function missingValue({ name }: OptionSpec): UsageError {
  return new UsageError(`Option "--${name}" needs a value`, null);
}

/** Returns the error for `--from -1`, with the right spelling */
export function hyphenValue({ name }: OptionSpec, value: string): UsageError {
  const written = quoted(`--${name}=${value}`);
  const message = `Option "--${name}" needs a value: one that begins with a hyphen is written ${written}`;
  return new UsageError(message, null);
}

/** Returns the error for `--quiet=x` */
export function unexpectedValue({ name }: OptionSpec): UsageError {
  return new UsageError(`Option "--${name}" takes no value`, `--${name}`);
}

/** Returns the error for `--from 10.1.1.1 --from 10.1.1.9` */
export function givenTwice({ name }: OptionSpec): UsageError {
  return new UsageError(`Option "--${name}" was given twice`, null);
}

/** Returns the error for one word more than the `most` allowed */
export function tooManyWords(word: string, most: number): UsageError {
  const limits = new Map([
    [0, "this command takes only options"],
    [1, "this command takes one word, besides options"],
  ]);
  return new UsageError(
    `Unexpected ${quoted(word)}: ${limits.get(most) ?? `this command takes ${most} words, besides options`}`,
    null,
  );
}
