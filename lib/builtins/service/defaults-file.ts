import { DefaultsFileError } from "./defaults-file-error.ts";
import type { Part, Word } from "./shell-commands.ts";
import { shellCommands } from "./shell-commands.ts";

/** An assignment as written: the parts of its value are not evaluated yet */
interface Assignment {
  readonly name: string;
  readonly value: readonly Part[];
}

const NAME = /^[A-Za-z_]\w*$/;
const FIELD_SEPARATORS = /[ \t\n]+/;

/**
 * Returns the daemon's options in `/etc/default/docker`: the value of `DOCKER_OPTS` once `sh` has read the file, split on
 * blanks as the init script's unquoted `$DOCKER_OPTS` is, but with no file names put in for `*`.
 * Equivalent to: `sh -c 'set -f; DOCKER_OPTS=; . /etc/default/docker; printf "%s\n" $DOCKER_OPTS'`, for files that only assign.
 *
 * @throws {DefaultsFileError} at the first line that does anything but assign plain values and earlier variables
 * @example
 * ```ts
 * import { dockerOptions } from "./defaults-file.ts";
 * import { expect } from "bun:test";
 *
 * expect(dockerOptions('DOCKER_OPTS="--icc=false --mtu 1400"\n')).toEqual(["--icc=false", "--mtu", "1400"]);
 * ```
 */
export function dockerOptions(text: string): string[] {
  const variables = new Map([["DOCKER_OPTS", ""]]);
  for (const words of shellCommands(text)) evaluate(words, variables);
  const value = variables.get("DOCKER_OPTS") ?? "";
  return value.split(FIELD_SEPARATORS).filter((word) => word !== "");
}

/** Evaluates a command that consists of assignments, or of `export` with assignments */
function evaluate(words: readonly Word[], variables: Map<string, string>): void {
  const [first] = words;
  const isExport = first?.raw === "export";
  for (const word of isExport ? words.slice(1) : words) {
    const assignment = readAssignment(word);
    if (assignment === null) {
      if (isExport && NAME.test(word.raw)) continue;
      throw new DefaultsFileError(word.line, word.raw, isExport ? "nothing that can be exported" : "a command");
    }
    const bare = assignment.value.find(({ kind, isQuoted }) => kind === "variable" && !isQuoted);
    if (isExport && bare !== undefined) {
      throw new DefaultsFileError(
        word.line,
        `$${bare.text}`,
        "split on blanks by some shells (put it in double quotes)",
      );
    }
    variables.set(assignment.name, valueOf(word, assignment, variables));
  }
}

/** Parses a word as an assignment; null when it is none: neither the name nor the `=` may be quoted */
function readAssignment({ parts }: Word): Assignment | null {
  const plain = parts.findIndex(({ kind, isQuoted }) => kind !== "text" || isQuoted);
  const unquoted = parts.slice(0, plain === -1 ? parts.length : plain);
  const equals = unquoted.findIndex(({ text }) => text === "=");
  const name = unquoted
    .slice(0, Math.max(equals, 0))
    .map(({ text }) => text)
    .join("");
  return NAME.test(name) ? { name, value: parts.slice(equals + 1) } : null;
}

function valueOf(word: Word, { value }: Assignment, variables: ReadonlyMap<string, string>): string {
  return value
    .map(({ kind, text }) => {
      if (kind === "text") return text;
      const known = variables.get(text);
      if (known === undefined) throw new DefaultsFileError(word.line, `$${text}`, "not set by an earlier line");
      return known;
    })
    .join("");
}
