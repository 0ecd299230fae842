import { parse, plainWords } from "../../programs/parse.ts";
import { SUDO } from "../../programs/sudo.ts";
import { unknownWord, valuesOf } from "../../programs/terms.ts";
import { type Builtin, print } from "../builtin.ts";
import { asUser } from "./as-user.ts";

const USAGE = "usage: sudo command [argument ...]";

/** A parsed command line of sudo */
interface Asked {
  /** `null` for root, who needs no lookup */
  readonly user: string | null;
  readonly command: readonly string[];
  /** The complaint about its options; `null` where they are right */
  readonly complaint: string | null;
}

/**
 * `sudo` without a password: runs the rest of the line, as root unless `-u` names a user.
 *
 * Equivalent to: `sudo $args`, as root with `NOPASSWD: ALL`
 */
export const sudo: Builtin = async (args, surroundings) => {
  const { user, command, complaint } = read(args);
  const [program] = command;
  if (complaint !== null || program === undefined) {
    print(surroundings.errors, complaint ?? USAGE);
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

/** Reads the options; those but `-u` change nothing for a user who is root already */
function read(args: readonly string[]): Asked {
  const parsed = parse(SUDO, plainWords(args));
  const unknown = unknownWord(parsed);
  const usage = parsed.missing.length > 0 ? USAGE : null;
  return {
    user: valuesOf(parsed, "user").at(-1) ?? null,
    command: parsed.command.map(({ text }) => text),
    complaint: unknown === null ? usage : `sudo: unknown option "${unknown}"`,
  };
}
