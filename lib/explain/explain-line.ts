/**
 * Explains a command word by word.
 *
 * @module
 */
import { againstStranger, type Plan } from "../shell/invert/inversion.ts";
import { planOf, planOfRedirection } from "../shell/invert/invert.ts";
import type { Back, Deed, Said, Word } from "../programs/grammar.ts";
import { type Chain, readChain } from "../programs/read-chain.ts";
import { type Meaning } from "../programs/parse.ts";
import { knownVerb } from "../shell/invert/known-verb.ts";
import { restoringLines } from "./verb-back.ts";
import { redirected } from "./redirection.ts";
import { readTypedLine, type TypedLine } from "./typed-line.ts";

/** The explanation of a line */
export interface ExplainedLine {
  /** The line as it would be typed, without a prompt */
  readonly line: string;
  readonly words: readonly Meaning[];
  /** Words that are still to be typed; until then the effect is unknown */
  readonly missing: readonly string[];
  /** Errors of the program itself about words that it refuses; it then changes nothing */
  readonly refused: readonly string[];
  /** The changes, or that there are none; `null` when they are unknown */
  readonly changes: string | null;
  /** Sentences on what the kernel does */
  readonly kernel: readonly string[];
  /** The steps that undo it, in this order */
  readonly undo: readonly Back[];
  /** The lines that do the same with today's programs; empty for a program still in use */
  readonly today: readonly string[];
  /** Manual pages */
  readonly manual: readonly string[];
}

/** A shell variable that is set: the article's `pid=2778` */
const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;

/** The text of `changes` for a line that changes nothing */
const NOTHING = "nothing";

/**
 * Explains a line like those of the article and the recipes.
 *
 * @throws {BadValue} for text that is not exactly one command
 *
 * @example
 * ```ts
 * import { explainLine } from "./explain-line.ts";
 * import { expect } from "bun:test";
 *
 * const { words, undo, manual } = explainLine("sudo ip link add A type veth peer name B");
 * expect(words[4]).toEqual({ word: "A", means: "the new interface" });
 * expect(undo).toEqual([{ type: "sudo ip link del A" }]);
 * expect(manual).toContain("ip-link(8)");
 * ```
 */
export function explainLine(given: string): ExplainedLine {
  const line = readTypedLine(given);
  const [first, ...others] = line.words;
  const assigned = others.length === 0 && line.redirection === null ? ASSIGNMENT.exec(first?.text ?? "") : null;
  if (assigned !== null) return explainAssignment(line, assigned[1] ?? "", assigned[2] ?? "");
  return explainCommand(line);
}

function explainAssignment({ text, words }: TypedLine, name: string, value: string): ExplainedLine {
  return {
    line: text,
    words: words.map(({ typed }) => ({
      word: typed,
      means: `sets the shell's variable ${name}: in later lines, the shell replaces $${name} by ${value === "" ? "nothing" : value}`,
    })),
    missing: [],
    refused: [],
    changes: NOTHING,
    kernel: ["does nothing: the variable is the shell's own"],
    undo: [{ type: `unset ${name}` }],
    today: [],
    manual: ["bash(1)"],
  };
}

/** Explains a line that is already divided into words */
export function explainCommand({ text, words, redirection, runs }: TypedLine): ExplainedLine {
  const chain = readChain(words);
  const written =
    redirection === null ? null : redirected(redirection, { isAfterSudo: words[0]?.text === "sudo", runs });
  const { missing, refused, lost, today, manuals } = chain;
  const read = { line: text, words: [...chain.meanings, ...(written?.meanings ?? [])], missing, refused };
  const manual = [...new Set(manuals)];
  if (missing.length > 0) return { ...read, changes: null, kernel: [], undo: [], today, manual };
  if (refused.length > 0) return { ...read, changes: NOTHING, kernel: [], undo: [], today, manual };
  const plans = [
    ...(redirection === null ? [] : [planOfRedirection({ ...redirection, file: redirection.file.text })]),
    ...plansOf(words, chain),
  ];
  const undoable = plans.flatMap((plan) => (plan.kind === "undoable" ? [plan.changes.replace(/: *$/, "")] : []));
  const obstacle =
    [...plans.map(unknownIn), lostIn(chain), ...plans.map(strangerIn)].find((reason) => reason !== null) ?? null;
  const isUndone = plans.at(-1)?.kind === "undoable";
  const known = today.length === 0 ? knownVerb(words) : null;
  const back =
    known !== null
      ? restoringLines(known, words)
      : isUndone
        ? chain.deeds.flatMap((does) => backOf(does, chain.said, chain.prefix)).toReversed()
        : [];
  const file = written === null ? [] : [written.back];
  // A program in the background would write on, so it ends before its file is restored
  const steps = (runs === "to its end" ? [...file, ...back] : [...back, ...file]).filter((step) => step !== null);
  return {
    ...read,
    changes: lost !== null ? null : undoable.length > 0 ? undoable.join(", and ") : obstacle === null ? NOTHING : null,
    kernel: [
      ...(written?.kernel ?? []),
      ...(known === null || lost !== null ? [] : known.verb.kernel(known.parsed)),
      ...chain.deeds.flatMap(({ kernel }) => kernel(chain.said)),
    ],
    undo: obstacle === null ? steps : [{ say: obstacle }],
    today,
    manual,
  };
}

/** The undo plans of a line; those of an older program are the plans of the lines that replace it today */
function plansOf(words: readonly Word[], { today }: Chain): readonly Plan[] {
  const lines = today.length === 0 ? [words] : today.map((line) => readTypedLine(line).words);
  return lines.map((line) => planOf(argvOf(line)));
}

function backOf({ back }: Deed, said: Said, prefix: string): readonly Back[] {
  const step = back(said);
  if (step === null) return [];
  return ["type" in step && prefix !== "" ? { type: `${prefix} ${step.type}` } : step];
}

function lostIn({ lost }: Chain): string | null {
  return lost === null ? null : `wirework does not know what ${lost} means there`;
}

function unknownIn(plan: Plan): string | null {
  return plan.kind === "unknown" ? `wirework does not know how: ${plan.reason}` : null;
}

function strangerIn(plan: Plan): string | null {
  return plan.kind === "stranger" ? againstStranger(plan.program) : null;
}

function argvOf([first, ...others]: readonly Word[]): readonly [string, ...string[]] {
  return [first?.text ?? "", ...others.map(({ text }) => text)];
}
