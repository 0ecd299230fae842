import { DaemonFailure } from "../../../programs/docker/failure.ts";
import { divide } from "../options/variable.ts";
import type { Deed, Instruction, Variable } from "./instruction.ts";
import { linesOf, type NumberedLine } from "./lines.ts";

/** Instructions of Docker that the embedded engine lacks */
const ABSENT: ReadonlySet<string> = new Set(
  "ADD ARG COPY ENTRYPOINT HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME WORKDIR".split(" "),
);

/** Parses an instruction's words */
type Reader = (words: string, line: NumberedLine) => Deed;

const READERS: Readonly<Record<Deed["kind"], Reader>> = {
  FROM(words, line) {
    const [image = "", as = "", , ...extra] = words === "" ? [] : words.split(/\s+/);
    const isNamed = as === "" || (as.toUpperCase() === "AS" && words.split(/\s+/).length === 3);
    if (image === "" || !isNamed || extra.length > 0)
      throw refused(line, "FROM requires either one or three arguments");
    return { kind: "FROM", image };
  },
  RUN: (words) => ({ kind: "RUN", command: commandOf(words) }),
  CMD: (words) => ({ kind: "CMD", command: words === "" ? [] : commandOf(words) }),
  EXPOSE(words, line) {
    if (words === "") throw refused(line, "EXPOSE requires at least one argument");
    return { kind: "EXPOSE", ports: words.split(/\s+/) };
  },
  ENV: (words, line) => ({ kind: "ENV", variables: variablesOf(words, line) }),
};

/**
 * Parses a Dockerfile.
 *
 * @throws {DaemonFailure} in Docker's words, before anything is built; in a sentence of our own for instructions that only Docker has
 *
 * @example
 * ```ts
 * import { parseDockerfile } from "./parse-dockerfile.ts";
 * import { expect } from "bun:test";
 *
 * const [, expose] = parseDockerfile("FROM base\nEXPOSE 80 443/tcp\n");
 * expect(expose?.does).toEqual({ kind: "EXPOSE", ports: ["80", "443/tcp"] });
 * ```
 */
export function parseDockerfile(text: string): readonly Instruction[] {
  if (text === "") throw new DaemonFailure("the Dockerfile (Dockerfile) cannot be empty");
  const lines = linesOf(text);
  if (lines.length === 0) throw new DaemonFailure("failed to parse Dockerfile: file with no instructions");
  const instructions = lines.map((line) => ({ text: line.text, does: deedOf(line) }));
  const [first, ...others] = instructions;
  if (first?.does.kind !== "FROM") throw new DaemonFailure("no build stage in current context");
  const second = others.findIndex(({ does }) => does.kind === "FROM");
  const line = second < 0 ? undefined : lines[second + 1];
  if (line !== undefined) throw refused(line, "the embedded engine builds upon one image, and this is a second FROM");
  return instructions;
}

function deedOf(line: NumberedLine): Deed {
  const [, keyword = "", words = ""] = /^(\S+)\s*([^]*)$/.exec(line.text) ?? [];
  const name = keyword.toUpperCase();
  if (ABSENT.has(name))
    throw refused(line, `the embedded engine has no ${name}, only ${Object.keys(READERS).join(", ")}`);
  if (!isKnown(name)) throw refused(line, `unknown instruction: ${name}`);
  const [flag] = /^--\S*/.exec(words) ?? [];
  if (flag !== undefined) throw refused(line, `the embedded engine has no ${flag} of ${name}`);
  return READERS[name](words, line);
}

function isKnown(name: string): name is Deed["kind"] {
  return Object.hasOwn(READERS, name);
}

/** Parses a command: a list of strings in JSON; any other text is run by a shell */
function commandOf(words: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(words);
    if (Array.isArray(list) && list.every((word) => typeof word === "string")) return list;
  } catch {
    // Not a list
  }
  return ["/bin/sh", "-c", ...(words === "" ? [] : [words])];
}

/** Parses any number of `NAME=VALUE` or, in the old form, `NAME VALUE` with the rest of the line */
function variablesOf(words: string, line: NumberedLine): readonly Variable[] {
  const entries = words.match(/(?:"(?:\\[^]|[^"])*"|'[^']*'|\\[^]|[^\s])+/g) ?? [];
  const [first] = entries;
  if (first === undefined) throw refused(line, "ENV requires at least one argument");
  if (!first.includes("=")) {
    const [, name = "", value] = /^(\S+)\s+([^]*)$/.exec(words) ?? [];
    if (value === undefined) throw unreadable("ENV must have two arguments");
    return [{ name, value }];
  }
  return entries.map((entry) => {
    if (!entry.includes("="))
      throw unreadable(`Syntax error - can't find = in ${JSON.stringify(entry)}. Must be of the form: name=value`);
    const [name, value] = divide(entry);
    if (name === "") throw refused(line, "ENV names can not be blank");
    return { name, value };
  });
}

function refused({ number }: NumberedLine, reason: string): DaemonFailure {
  return new DaemonFailure(`dockerfile parse error line ${number}: ${reason}`);
}

function unreadable(reason: string): DaemonFailure {
  return new DaemonFailure(`failed to parse Dockerfile: ${reason}`);
}
