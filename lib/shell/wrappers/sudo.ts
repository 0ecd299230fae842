import { optionsOf, skipOptions } from "./skip-options.ts";
import type { Wrapped } from "./wrapped.ts";

/** The options of sudo(8) that run the command unchanged; others start a shell or edit files. */
const OPTIONS = optionsOf("-n -E -H -u:");

/** Returns the command that `sudo` runs: the rest of its line after the options. */
export function wrappedBySudo(args: readonly string[]): Wrapped {
  const skipped = skipOptions(args, OPTIONS);
  if ("unknown" in skipped) {
    const reason = "a recipe may use only the options -n, -E, -H and -u USER of sudo";
    return { hidden: `sudo ${skipped.unknown}`, reason };
  }
  const [first = ""] = skipped.operands;
  return first.includes("=")
    ? {
        hidden: `sudo ${first}`,
        reason: "a variable can change what the command after it runs",
      }
    : { argv: skipped.operands };
}

/** Strips `sudo` from a command line */
export function withoutSudo(argv: readonly string[]): readonly string[] {
  const [program, ...args] = argv;
  if (program !== "sudo") return argv;
  const wrapped = wrappedBySudo(args);
  return "argv" in wrapped ? wrapped.argv : argv;
}
