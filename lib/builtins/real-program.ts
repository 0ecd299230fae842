/**
 * The real programs that builtins replace.
 *
 * @module
 */
import { SYSTEM_PATH } from "../hosts/programs.ts";
import { print, type Streams } from "./builtin.ts";
import { runWith } from "./run-with.ts";

/** Debian's package of each program */
const PACKAGES = { brctl: "bridge-utils", ip: "iproute2" } as const;

/** A shell's exit status for a missing command: POSIX, "Exit Status for Commands" */
const NOT_FOUND = 127;

/** A program that a builtin replaces */
export type RealProgram = keyof typeof PACKAGES;

/** The real program's file; `null` where it is not installed */
export function realProgram(name: RealProgram): string | null {
  return Bun.which(name, { PATH: SYSTEM_PATH });
}

/** Runs the real program in place of the builtin, or says which package has it; returns its exit status */
export async function runReal(name: RealProgram, args: readonly string[], streams: Streams): Promise<number> {
  const program = realProgram(name);
  if (program !== null) return runWith([program, ...args], streams);
  print(
    streams.errors,
    `Cannot run "${[name, ...args].join(" ")}": it needs the real ${name}, which is not installed. Try: sudo apt-get install ${PACKAGES[name]}`,
  );
  return NOT_FOUND;
}
