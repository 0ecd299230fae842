import { type Builtin, print } from "../builtin.ts";

/** A shell's exit status for a missing command: POSIX, "Exit Status for Commands" */
const NOT_FOUND = 127;

/** `ipconfig`, a command of Windows, which the article names where it means another one */
export const ipconfig: Builtin = async (_args, { errors }) => {
  print(errors, "ipconfig: command not found: the article means ifconfig (today: ip addr)");
  return NOT_FOUND;
};
