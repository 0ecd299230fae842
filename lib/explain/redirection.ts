/**
 * Explains `>` and `>>`.
 *
 * @module
 */
import type { Back } from "../programs/grammar.ts";
import { type Meaning } from "../programs/parse.ts";
import type { TypedLine } from "./typed-line.ts";

/** Files that the article writes, with their contents */
const FILES: Readonly<Record<string, string>> = {
  "/etc/default/docker": "the file that `service docker start` reads Docker's options from",
  "/etc/hosts": "the file of names and their addresses",
  "/etc/resolv.conf": "the file of name servers",
  "/proc/sys/net/ipv4/ip_forward": "the kernel's setting for forwarding packets between interfaces: 0 or 1",
  "/dev/null": "a device that discards everything",
};

/** The folder of the kernel's settings */
const SETTINGS = "/proc/sys/";

const OPERATORS = {
  ">": "writes the output to the file that follows, replacing its contents",
  ">>": "appends the output to the file that follows",
} as const;

/** Words that run a program in the background */
const BACKGROUND: readonly Meaning[] = [
  { word: "2>&1", means: "sends errors there, too" },
  { word: "&", means: "the shell runs it in the background, and prints its job number and process ID" },
];

/** The explanation of a redirection */
export interface Redirected {
  readonly meanings: readonly Meaning[];
  readonly kernel: readonly string[];
  readonly back: Back | null;
}

/** Explains a redirection of the output. The shell opens the file before it runs anything, so `sudo` does not */
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
        ? `sets ${file.text.slice(SETTINGS.length).replaceAll("/", ".")} to the text, at once and until the next boot`
        : `opens ${file.typed} before the command runs, and creates it if it is missing`,
      ...(isAfterSudo
        ? ["lets your own shell open the file, not sudo: this fails unless your shell runs as root"]
        : []),
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
