/**
 * A command, divided into the words that enter its namespace, its program, and the arguments.
 *
 * @module
 */
import { type Entering, enteringFrom, ON_HOST, UNTOLD } from "../../resources/entering.ts";
import { quote } from "../template/quote.ts";
import { baseName, wrappedIn } from "../wrapped.ts";
import { type Plan, unknown } from "./inversion.ts";

/** A program and its arguments */
export type Argv = readonly [string, ...string[]];

/** A command, and its surroundings */
export interface Typed {
  /** The whole command, as it will run */
  readonly argv: Argv;
  readonly program: string;
  readonly args: readonly string[];
  /** The words that enter its network namespace */
  readonly enter: Entering;
  /** The files that it sees: the host's, as after `ip netns exec`, or a container's */
  readonly files: "host" | "other";
}

/**
 * Strips the programs that only run a command for their caller.
 *
 * @example
 * ```ts
 * import { typed } from "./typed.ts";
 * import { expect } from "bun:test";
 *
 * const inner = typed(["sudo", "ip", "netns", "exec", "2778", "ip", "link", "set", "A", "up"]);
 * expect(inner).toMatchObject({ program: "ip", args: ["link", "set", "A", "up"], enter: { name: "2778" } });
 * ```
 */
export function typed(argv: Argv): Typed | Plan {
  let command: readonly string[] = argv;
  let enter = ON_HOST;
  let files: Typed["files"] = "host";
  for (;;) {
    const wrapped = wrappedIn(command);
    if (wrapped === null) break;
    if ("hidden" in wrapped) return unknown(wrapped.reason);
    if (wrapped.command.length === 0) break;
    if (wrapped.enters === "each") return unknown("it runs in all network namespaces");
    if (wrapped.enters !== "none") {
      // Among other files, a path may lead elsewhere
      const to = files === "other" ? UNTOLD : wrapped.enters;
      enter = enteringFrom(enter, [baseName(command[0] ?? ""), ...wrapped.own], to);
    }
    if (wrapped.files === "other") files = "other";
    command = wrapped.command;
  }
  const [program = "", ...args] = command;
  return { argv, program: baseName(program), args, enter, files };
}

/** Parses the words that enter a network namespace, as a journal keeps them */
export function enteringBy(words: readonly string[]): Entering {
  const [first = ANY, ...rest] = [...words, ANY];
  const read = typed([first, ...rest]);
  const isWhole = "enter" in read && read.program === ANY && read.args.length === 0;
  return isWhole ? read.enter : { words, ...UNTOLD };
}

/** Stands for the command after them */
const ANY = "true";

/** Formats the command as it would be typed */
export function textOf({ argv }: Typed): string {
  return argv.map(quote).join(" ");
}
