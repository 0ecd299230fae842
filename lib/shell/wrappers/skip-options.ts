/** The number of an option's arguments; an optional one is never a separate word. */
type Arity = "none" | "optional" | "required";

/** A program's options, by `-x` or `--name`. */
export type Options = ReadonlyMap<string, Arity>;

/** An option as given: `-u` or `--user`, and its argument. */
export interface GivenOption {
  readonly name: string;
  /** `null` when it has none, or none in the same word. */
  readonly argument: string | null;
}

/** A program's options and the words after them, or the unknown option at which parsing stopped. */
export type Skipped =
  { readonly given: readonly GivenOption[]; readonly operands: readonly string[] } | { readonly unknown: string };

/**
 * Parses options in the notation of getopt(3): `:` after one with an argument, `::` after one with an
 * optional argument.
 *
 * @example
 * ```ts
 * import { optionsOf } from "./skip-options.ts";
 * import { expect } from "bun:test";
 *
 * const options = optionsOf("-n -u: -m::");
 * expect([...options.values()]).toEqual(["none", "required", "optional"]);
 * ```
 */
export function optionsOf(notation: string): Options {
  const arities: readonly Arity[] = ["none", "required", "optional"];
  return new Map(
    notation.split(" ").map((option) => {
      const name = option.replace(/:+$/, "");
      return [name, arities[option.length - name.length] ?? "none"];
    }),
  );
}

/**
 * Skips a program's options up to its first operand, as getopt_long(3) does in its `+` mode: with clusters
 * (`-nE`), arguments in the same word (`-uroot`, `--target=1`), and `--`. An abbreviated long name counts as
 * unknown, because its uniqueness depends on the program's version.
 */
export function skipOptions(args: readonly string[], options: Options): Skipped {
  const given: GivenOption[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--") return { given, operands: args.slice(at + 1) };
    if (!arg.startsWith("-") || arg === "-") {
      return { given, operands: args.slice(at) };
    }
    const { flags, last } = arg.startsWith("--") ? { flags: [], last: longOption(arg) } : cluster(arg, options);
    const arity = options.get(last.name);
    if (arity === undefined) return { unknown: arg };
    const isNext = arity === "required" && last.argument === null;
    given.push(...flags, isNext ? { ...last, argument: args[++at] ?? null } : last);
  }
  return { given, operands: [] };
}

function longOption(arg: string): GivenOption {
  const equals = arg.indexOf("=");
  return equals < 0 ? { name: arg, argument: null } : { name: arg.slice(0, equals), argument: arg.slice(equals + 1) };
}

/** Reads the letters of a cluster, up to an unknown one, one whose argument is the rest, or the last. */
function cluster(
  arg: string,
  options: Options,
): { readonly flags: readonly GivenOption[]; readonly last: GivenOption } {
  const letters = arg.slice(1);
  const found = [...letters].findIndex((letter) => options.get(`-${letter}`) !== "none");
  const at = found < 0 ? letters.length - 1 : found;
  const rest = letters.slice(at + 1);
  return {
    flags: Array.from(letters.slice(0, at), (letter) => ({ name: `-${letter}`, argument: null })),
    last: { name: `-${letters.charAt(at)}`, argument: rest === "" ? null : rest },
  };
}
