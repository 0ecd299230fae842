/**
 * Formats a verdict for a learner.
 *
 * @module
 */
import { styleText } from "node:util";

import { explainLine } from "../../explain/explain-line.ts";
import type { CheckVerdict, FirstMissing, StepState, StepVerdict, Verdict } from "../../learner/verdict.ts";
import { printable } from "../../recipe/printable.ts";
import { BadValue } from "../../values/bad-value.ts";
import { promptedLine } from "../commands/steps-text.ts";
import { summary } from "./summary.ts";

type Style = "colours" | "plain";

/** The symbol before a step or a check, and its colour */
interface Mark {
  readonly sign: string;
  readonly style: "green" | "red" | "dim";
}

const GOOD: Mark = { sign: "✓", style: "green" };
const BAD: Mark = { sign: "✗", style: "red" };
const NEITHER: Mark = { sign: "–", style: "dim" };

const STEP_MARKS: Readonly<Record<StepState, Mark>> = { done: GOOD, wrong: BAD, past: NEITHER, "to come": NEITHER };

const CHECK_MARKS: Readonly<Record<CheckVerdict["state"], Mark>> = {
  holds: GOOD,
  fails: BAD,
  past: NEITHER,
  "not asked": NEITHER,
};

/** The subject of a verdict */
interface Checked {
  readonly recipe: string;
  readonly lab: string;
  readonly built: "by hand" | "by up";
}

/** Formats the whole verdict */
export function verdictLines({ recipe, lab, built }: Checked, verdict: Verdict, style: Style): readonly string[] {
  const paint = (colour: Mark["style"], text: string) =>
    style === "colours" ? styleText(colour, text, { validateStream: false }) : text;
  const { steps, checks, first } = verdict;
  const asked = checks.filter(({ state }) => state !== "not asked");
  const stepLines = steps.flatMap((step) => [
    ...headed(step, paint),
    ...(first?.step === step.number ? missingLines(first, paint) : []),
  ]);
  const checkLines = asked.flatMap((check) => linesOfCheck(check, paint));
  const heading = printable(`${recipe}, as it ${built === "by hand" ? "was built by hand" : "is"} in the lab ${lab}`);
  const sections = [[heading], stepLines, checkLines];
  return [
    ...sections.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, ""]),
    printable(summary(recipe, verdict)),
  ];
}

type Paint = (colour: Mark["style"], text: string) => string;

function headed({ number, comment, state }: StepVerdict, paint: Paint): readonly string[] {
  const { sign, style } = STEP_MARKS[state];
  const [first = "", ...others] = number === 0 ? ["before the first step"] : comment.split("\n");
  return [
    `${paint(style, sign)} ${number}  ${printable(first)}`,
    ...others.map((line) => `${" ".repeat(`${number}`.length + 4)}${printable(line)}`),
  ];
}

function missingLines(first: FirstMissing, paint: Paint): readonly string[] {
  const does = sentenceOf(first.text);
  return [
    `     ${printable(promptedLine(first))}`,
    ...[`expected: ${first.wanted ?? ""}`, `seen:     ${first.seen ?? ""}`].map((line) => `       ${printable(line)}`),
    ...(does === null ? [] : [paint("dim", `       ${printable(does)}`)]),
    ...(first.note === null ? [] : [`       ${printable(first.note)}`]),
  ];
}

/** Returns the sentence of `wirework explain` about a line */
function sentenceOf(text: string): string | null {
  try {
    const { kernel } = explainLine(text);
    return kernel.length === 0 ? null : `the kernel ${kernel.join("; it ")}`;
  } catch (error) {
    if (error instanceof BadValue) return null;
    throw error;
  }
}

function linesOfCheck(check: CheckVerdict, paint: Paint): readonly string[] {
  const { sign, style } = CHECK_MARKS[check.state];
  const details = detailsOf(check).flatMap((detail) => detail.split("\n"));
  return [
    `${paint(style, sign)} ${String(check.claim).padStart(3)}  ${printable(check.name)}`,
    ...details.map((line) => paint("dim", `       ${printable(line)}`)),
  ];
}

function detailsOf({ state, ran, expected, seen }: CheckVerdict): readonly string[] {
  if (state === "holds") return [`${ran}: ${seen}`];
  if (state === "past") return ["was about an earlier state, which later lines have changed"];
  return [`ran:      ${ran}`, `expected: ${expected}`, `saw:      ${seen}`];
}
