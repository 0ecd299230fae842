/**
 * `>` and `>>`.
 *
 * @module
 */
import type { Back } from "../programs/grammar.ts";
import { type Meaning } from "../programs/parse.ts";
import type { TypedLine } from "./typed-line.ts";

/** Files that the article writes to, and what is in them */
const FILES: Readonly<Record<string, string>> = {
  "/etc/default/docker": "the file that `service docker start` reads Docker's options from",
  "/etc/hosts": "the file of names and their addresses",
  "/etc/resolv.conf": "the file of the name servers that are asked",
  "/proc/sys/net/ipv4/ip_forward": "the kernel's setting whether packets pass from one interface to another: 0 or 1",
  "/dev/null": "a device that keeps nothing",
};

/** Where the kernel's settings are files */
const SETTINGS = "/proc/sys/";

const OPERATORS = {
  ">": "what is printed goes into the file that follows, in place of all that was in it",
  ">>": "what is printed goes to the end of the file that follows",
} as const;

/** Of a program that stays */
const BACKGROUND: readonly Meaning[] = [
  { word: "2>&1", means: "errors go there, too" },
  { word: "&", means: "the shell does not wait for it: it prints a number for the job, and the process ID" },
];

/** A redirection, explained */
export interface Redirected {
  readonly meanings: readonly Meaning[];
  readonly kernel: readonly string[];
  readonly back: Back | null;
}

/** Explains where the output goes; `sudo` does not open the file: the shell does, before it runs anything */
export function redirected(
  { operator, file }: NonNullable<TypedLine["redirection"]>,
  { isAfterSudo, runs }: { readonly isAfterSudo: boolean; readonly runs: TypedLine["runs"] },
): Redirected {
  const known = Object.hasOwn(FILES, file.text) ? FILES[file.text] : undefined;
  return {
    meanings: [
      { word: operator, means: OPERATORS[operator] },
      { word: file.typed, means: known ?? "the file" },
      ...(runs === "to its end" ? [] : BACKGROUND),
    ],
    kernel: [
      file.text.startsWith(SETTINGS)
        ? `takes the text as the value of its setting ${file.text.slice(SETTINGS.length).replaceAll("/", ".")}, at once and until the next start`
        : `opens ${file.typed} before the command runs, and makes it where it isn't there`,
      ...(isAfterSudo ? ["lets your own shell open the file, not sudo: who is not root is refused"] : []),
    ],
    back: runs === "to its end" ? backOf(operator, file.text, file.typed) : { type: `sudo rm ${file.typed}` },
  };
}

function backOf(operator: ">" | ">>", file: string, typed: string): Back | null {
  if (file === "/dev/null") return null;
  if (file.startsWith(SETTINGS)) return { say: `write back what \`cat ${typed}\` printed before` };
  if (operator === ">") return { say: `write back what \`cat ${typed}\` printed before, or delete the file` };
  return { type: `sudo sed -i '$d' ${typed}` };
}
