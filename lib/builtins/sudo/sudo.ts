import { type Builtin, print } from "../builtin.ts";

/** Options that change nothing for a user who is root already, sudo(8) */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  "-n",
  "--non-interactive",
  "-E",
  "--preserve-env",
  "-H",
  "--set-home",
  "--",
]);

/**
 * `sudo`, where we already have the power: runs the rest of the line.
 *
 * Equivalent to: `sudo $args`, as root with `NOPASSWD: ALL`
 */
export const sudo: Builtin = async (args, surroundings) => {
  const start = args.findIndex((arg) => !WITHOUT_EFFECT.has(arg));
  const command = start < 0 ? [] : args.slice(start);
  const [program] = command;
  if (program === undefined || program.startsWith("-")) {
    print(
      surroundings.errors,
      program === undefined ? "usage: sudo command [argument ...]" : `sudo: unknown option "${program}"`,
    );
    return 1;
  }
  if (Bun.which(program) === null) {
    print(surroundings.errors, `sudo: ${program}: command not found`);
    return 1;
  }
  return surroundings.perform(command);
};
