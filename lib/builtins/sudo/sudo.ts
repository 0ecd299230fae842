import { type Builtin, print } from "../builtin.ts";
import { asUser } from "./as-user.ts";

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

/** Options with a user's name */
const USER: ReadonlySet<string> = new Set(["-u", "--user"]);

/** A parsed command line of sudo */
interface Asked {
  /** `null` for root, who needs no lookup */
  readonly user: string | null;
  readonly command: readonly string[];
}

/**
 * `sudo` without a password: runs the rest of the line, as root unless `-u` names a user.
 *
 * Equivalent to: `sudo $args`, as root with `NOPASSWD: ALL`
 */
export const sudo: Builtin = async (args, surroundings) => {
  const { user, command } = read(args);
  const [program] = command;
  if (program === undefined || program.startsWith("-")) {
    print(
      surroundings.errors,
      program === undefined ? "usage: sudo command [argument ...]" : `sudo: unknown option "${program}"`,
    );
    return 1;
  }
  const as = user === null ? [] : asUser(user);
  if (as === null) {
    print(surroundings.errors, `sudo: unknown user ${user}`);
    return 1;
  }
  if (Bun.which(program) === null) {
    print(surroundings.errors, `sudo: ${program}: command not found`);
    return 1;
  }
  return surroundings.perform([...as, ...command]);
};

function read(args: readonly string[]): Asked {
  let user: string | null = null;
  let at = 0;
  for (; at < args.length; at += 1) {
    const word = args[at] ?? "";
    const next = args[at + 1];
    if (USER.has(word) && next !== undefined) {
      user = next;
      at += 1;
    } else if (!WITHOUT_EFFECT.has(word)) break;
  }
  return { user, command: args.slice(at) };
}
