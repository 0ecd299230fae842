/** Whether an option has an argument; an optional one is never a word of its own. */
type Arity = "none" | "optional" | "required";

/** A program's options, by `-x` or `--name`. */
export type Options = ReadonlyMap<string, Arity>;

/** What follows a program's options, or the option that stopped the reading because it is unknown. */
export type Skipped = { readonly operands: readonly string[] } | { readonly unknown: string };

/**
 * Options in the notation of getopt(3): `:` after one that has an argument, `::` after one that may
 * have one.
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
 * (`-nE`), arguments in the same word (`-uroot`, `--target=1`), and `--`. A long name that is cut short
 * counts as unknown, for which names it is unique among depends on the program's version.
 */
export function skipOptions(args: readonly string[], options: Options): Skipped {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--") return { operands: args.slice(at + 1) };
    if (!arg.startsWith("-") || arg === "-") {
      return { operands: args.slice(at) };
    }
    const option = arg.startsWith("--") ? longOption(arg) : lastOfCluster(arg, options);
    const arity = options.get(option.name);
    if (arity === undefined) return { unknown: arg };
    if (arity === "required" && !option.hasArgument) at++;
  }
  return { operands: [] };
}

interface Option {
  readonly name: string;
  /** Whether its argument is in the same word. */
  readonly hasArgument: boolean;
}

function longOption(arg: string): Option {
  const equals = arg.indexOf("=");
  return equals < 0 ? { name: arg, hasArgument: false } : { name: arg.slice(0, equals), hasArgument: true };
}

/** The letter that ends a cluster: an unknown one, one whose argument is the rest, or the last. */
function lastOfCluster(arg: string, options: Options): Option {
  const letters = arg.slice(1);
  const found = [...letters].findIndex((letter) => options.get(`-${letter}`) !== "none");
  const at = found < 0 ? letters.length - 1 : found;
  return {
    name: `-${letters.charAt(at)}`,
    hasArgument: at + 1 < letters.length,
  };
}
