/**
 * A command, explained word by word.
 *
 * @module
 */
import { NONE, type Plan } from "../shell/invert/inversion.ts";
import { planOf, planOfRedirection } from "../shell/invert/invert.ts";
import type { Back, Deed, Said } from "./grammar.ts";
import { PROGRAMS } from "./programs.ts";
import { type Meaning, readWords } from "./read-words.ts";
import { redirected } from "./redirection.ts";
import { readTypedLine, type TypedLine, type TypedWord } from "./typed-line.ts";

/** A line, explained */
export interface ExplainedLine {
  /** As it would be typed, without a prompt */
  readonly line: string;
  readonly words: readonly Meaning[];
  /** What it changes, or that it changes nothing; `null` where nobody here knows */
  readonly changes: string | null;
  /** What the kernel does, a sentence each */
  readonly kernel: readonly string[];
  /** What takes it back, in this order */
  readonly undo: readonly Back[];
  /** Pages of the manual */
  readonly manual: readonly string[];
}

/** A variable of the shell that is set: the article's `pid=2778` */
const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;

/** Changes nothing, in the words of `changes` */
const NOTHING = "nothing";

/**
 * Explains a line of the kind that the article and the recipes have.
 *
 * @throws {BadValue} for what is no single command
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
      means: `sets the shell's variable ${name}: where a later line has $${name}, the shell puts ${value}`,
    })),
    changes: NOTHING,
    kernel: ["sees nothing of it: the variable is the shell's own"],
    undo: [{ type: `unset ${name}` }],
    manual: ["bash(1)"],
  };
}

/** Explains a line that is divided into words already */
export function explainCommand({ text, words, redirection }: TypedLine): ExplainedLine {
  const chain = readChain(words);
  const written = redirection === null ? null : redirected(redirection, words[0]?.text === "sudo");
  const plans = [
    ...(redirection === null ? [] : [planOfRedirection({ ...redirection, file: redirection.file.text })]),
    words[0]?.text === "exit" ? NONE : planOf(argvOf(words)), // no program: the shell's own
  ];
  const undoable = plans.flatMap((plan) => (plan.kind === "undoable" ? [plan.changes] : []));
  const obstacle = plans.map(obstacleIn).find((reason) => reason !== null) ?? null;
  const back = chain.deeds.flatMap((does) => backOf(does, chain.said, chain.prefix)).toReversed();
  return {
    line: text,
    words: [...chain.meanings, ...(written?.meanings ?? [])],
    changes: undoable.length > 0 ? undoable.join(", and ") : obstacle === null ? NOTHING : null,
    kernel: [...(written?.kernel ?? []), ...chain.deeds.map(({ kernel }) => kernel(chain.said))],
    undo:
      obstacle === null
        ? [...(written === null ? [] : [written.back]), ...(plans.at(-1)?.kind === "undoable" ? back : [])].filter(
            (step) => step !== null,
          )
        : [{ say: obstacle }],
    manual: [...new Set(chain.manuals)],
  };
}

/** A command, and those before it that only run it */
interface Chain {
  readonly meanings: readonly Meaning[];
  readonly said: Said;
  readonly deeds: readonly Deed[];
  readonly manuals: readonly string[];
  /** What runs the last one, as typed */
  readonly prefix: string;
}

function readChain(words: readonly TypedWord[]): Chain {
  const [first, ...rest] = words;
  if (first === undefined) return { meanings: [], said: {}, deeds: [], manuals: [], prefix: "" };
  const name = first.text.slice(first.text.lastIndexOf("/") + 1);
  const program = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
  if (program === undefined) {
    const unknown = words.map(({ typed }) => ({ word: typed, means: null }));
    return { meanings: unknown, said: {}, deeds: [], manuals: [], prefix: "" };
  }
  const reading = readWords(program.grammar, rest);
  const own = { word: first.typed, means: program.means };
  const manuals = [...reading.manuals, ...(reading.manuals.length === 0 ? [program.manual] : [])];
  if (reading.inner.length === 0) return { ...reading, meanings: [own, ...reading.meanings], manuals, prefix: "" };
  const inner = readChain(reading.inner);
  const before = words.slice(0, words.length - reading.inner.length).map(({ typed }) => typed);
  return {
    meanings: [own, ...reading.meanings, ...inner.meanings],
    said: inner.said,
    deeds: [...reading.deeds, ...inner.deeds],
    manuals: [...inner.manuals, ...manuals],
    prefix: [...before, inner.prefix].filter((part) => part !== "").join(" "),
  };
}

function backOf({ back }: Deed, said: Said, prefix: string): readonly Back[] {
  const step = back(said);
  if (step === null) return [];
  return ["type" in step && prefix !== "" ? { type: `${prefix} ${step.type}` } : step];
}

function obstacleIn(plan: Plan): string | null {
  if (plan.kind === "unknown") return `nobody here knows how: ${plan.reason}`;
  return plan.kind === "stranger" ? `nobody here knows what ${plan.program} changes` : null;
}

function argvOf([first, ...others]: readonly TypedWord[]): readonly [string, ...string[]] {
  return [first?.text ?? "", ...others.map(({ text }) => text)];
}
