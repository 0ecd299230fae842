/**
 * `wirework steps --output`: shows the output of each line here beside the article's.
 *
 * @module
 */
import { compare } from "../../article/compare-output.ts";
import { findSamples } from "../../article/find-sample.ts";
import type { ArticleLine, ArticleStep } from "../../recipe/article-steps.ts";
import type { LoadedRecipe } from "../../recipe/load.ts";
import type { CommandReport, RunReport } from "../../recipe/run/report.ts";
import type { ErrorForm } from "../errors/report-error.ts";
import { errorDocument, explanationLines } from "../errors/explain.ts";
import { EXIT, exitStatusOf } from "../errors/exit-status.ts";
import { complain, printLine } from "../terminal/standard-output.ts";
import { WIREWORK } from "../self.ts";
import { awaitStop } from "../run/signals.ts";
import { commentLines, promptedLine, remarks } from "./steps-text.ts";

/** The lines to run, and the form of the report */
export interface OutputRequest {
  readonly loaded: LoadedRecipe;
  /** The recipe's options as typed */
  readonly typed: Readonly<Record<string, string>>;
  readonly steps: readonly ArticleStep[];
  readonly form: ErrorForm;
}

/** A line and what it printed */
interface PrintedLine extends ArticleLine {
  readonly here: readonly string[];
  /** `null` when the article shows no output for it */
  readonly article: readonly string[] | null;
  /** Reasons for the differences; empty when there is none */
  readonly why: readonly string[];
  /** Differences without a known reason */
  readonly unexplained: readonly string[];
}

interface PrintedStep extends ArticleStep {
  readonly lines: readonly PrintedLine[];
}

/** Runs the recipe in a sandbox, and shows the output of its lines; returns the exit status */
export async function showOutput({ loaded, typed, steps, form }: OutputRequest): Promise<number> {
  const ran = await runInSandbox(loaded, typed);
  if (typeof ran === "number") return ran;
  const { report, status } = ran;
  if (status !== EXIT.done) return tellFailure(report, status, form);
  const printed = withOutput(loaded, steps, report);
  const { name, recipe } = loaded;
  if (form === "json") printLine(JSON.stringify({ schema: 1, recipe: name, article: recipe.article, steps: printed }));
  else for (const line of [...remarks(loaded), ...printed.flatMap(textOf)]) printLine(line);
  return EXIT.done;
}

/** Returns the run's report; or an exit status when it was stopped */
async function runInSandbox(
  { file }: LoadedRecipe,
  typed: OutputRequest["typed"],
): Promise<{ readonly report: RunReport; readonly status: number } | number> {
  const options = Object.entries(typed).map(([name, value]) => `--${name}=${value}`);
  const stopped = awaitStop();
  const running = Bun.spawn([...WIREWORK, "run", file, "--json", ...options], {
    stdio: ["inherit", "pipe", "inherit"],
  });
  // Ctrl-C reaches the run as well, `kill` only this process. The run undoes everything before it ends
  void stopped.signal.then((signal) => running.kill(signal));
  const [document, status] = await Promise.all([running.stdout.text(), running.exited]);
  if (stopped.by !== null) return exitStatusOf(stopped.by);
  if (running.signalCode !== null) throw new Error(`The run of the recipe was killed (${running.signalCode})`);
  return { report: JSON.parse(document) as RunReport, status }; // our own, of schema 1
}

function tellFailure({ error }: RunReport, exit: number, form: ErrorForm): number {
  const reason = error ?? { kind: "error", message: "The run of the recipe failed", cause: null, try: null };
  if (form === "json") printLine(errorDocument({ ...reason, exit }));
  else for (const line of explanationLines(reason)) complain(line);
  return exit;
}

/** Adds each line's output to the steps: a run reports the same lines in the same order */
function withOutput(
  { recipe }: LoadedRecipe,
  steps: readonly ArticleStep[],
  report: RunReport,
): readonly PrintedStep[] {
  const sampleOf = findSamples(recipe.article);
  return steps.map((step, at) => ({
    ...step,
    lines: step.lines.map((line, place): PrintedLine => {
      const here = linesOf(report.steps[at]?.commands[place]);
      const sample = sampleOf(line.text);
      if (sample === null) return { ...line, here, article: null, why: [], unexplained: [] };
      const { reasons, unexplained } = compare(sample.printed, here);
      const elsewhere =
        sample.section === recipe.article ? [] : [`the article's text is from its section "${sample.section}"`];
      return { ...line, here, article: sample.printed, why: [...elsewhere, ...reasons], unexplained };
    }),
  }));
}

function linesOf(command: CommandReport | undefined): readonly string[] {
  const printed = command === undefined ? "" : `${command.stdout}${command.stderr}`.trimEnd();
  return printed === "" ? [] : printed.split("\n").map((line) => line.trimEnd());
}

function textOf(step: PrintedStep): readonly string[] {
  return [...commentLines(step), ...step.lines.flatMap((line) => [promptedLine(line), ...printedText(line)])];
}

function printedText({ here, article, why, unexplained }: PrintedLine): readonly string[] {
  const unknown = unexplained.length === 0 ? [] : ["wirework can't explain these differences:", ...unexplained];
  return [
    ...labelled("here:", here),
    ...labelled("article:", article ?? []),
    ...labelled("why:", [...why, ...unknown]),
  ];
}

/** Puts a label beside lines */
function labelled(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, at) => `  ${(at === 0 ? label : "").padEnd(9)}${line}`.trimEnd());
}
