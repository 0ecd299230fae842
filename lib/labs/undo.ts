/**
 * Undoes the lines of a journal, from the last to the first.
 *
 * @module
 */
import type { InverseStep } from "../shell/invert/inversion.ts";
import type { Look } from "../resources/look.ts";
import type { Outcome } from "../shell/outcome.ts";
import { quote } from "../shell/template/quote.ts";
import { type Standing, readJournal } from "./journal/read.ts";
import { JournalWriter } from "./journal/write.ts";
import { MadeAgain } from "./made-again.ts";
import { restoreFile } from "./restore-file.ts";
import { argvOf } from "./still-ours/docker.ts";
import { stillOurs } from "./still-ours/still-ours.ts";
import { takeRules } from "./take-rules.ts";

/** A line that could not be undone */
export interface Left {
  /** The line that made it, as typed */
  readonly of: string;
  readonly why: string;
  /** The line to type */
  readonly try: string;
}

/** The host's side of undoing */
export interface UndoSurroundings {
  readonly look: Look;
  run(argv: readonly string[]): Promise<Outcome>;
}

/** An undo step that is still to run */
interface Pending {
  readonly line: Standing;
  readonly place: number;
  readonly step: InverseStep;
}

/**
 * Undoes all lines of a journal that are not undone yet. A step is finished when its thing is gone, or
 * another's by now; a failing step does not stop the others.
 *
 * @returns what is left
 * @throws {JournalError} when the journal can't be read
 */
export async function undo(file: string, surroundings: UndoSurroundings): Promise<readonly Left[]> {
  const journal = readJournal(file);
  if (journal === null) return [];
  using writer = JournalWriter.resume(file, journal.lines.length);
  // Awaited because the journal is closed when this returns
  return await undoAll(inOrder(journal.lines), surroundings, (pending) => remember(writer, pending));
}

/**
 * Undoes some of a journal's lines, the last first. Steps that come after all others are run, and stay in the
 * journal to run again: more lines may be undone later.
 *
 * @param numbers the lines' numbers in the journal
 * @throws {JournalError} when the journal can't be read
 */
export async function undoLines(
  file: string,
  numbers: ReadonlySet<number>,
  surroundings: UndoSurroundings,
): Promise<UndoneLines> {
  const journal = readJournal(file);
  if (journal === null) return { typed: [], left: [] };
  using writer = JournalWriter.resume(file, journal.lines.length);
  const typed: string[] = [];
  const run: UndoSurroundings["run"] = (argv) => {
    typed.push(`sudo ${argv.map(quote).join(" ")}`);
    return surroundings.run(argv);
  };
  const lines = journal.lines.filter(({ number }) => numbers.has(number));
  const left = await undoAll(inOrder(lines), { ...surroundings, run }, (pending) => {
    if (pending.step.when === "in turn") remember(writer, pending);
  });
  return { typed, left };
}

/** The outcome of undoing some lines */
export interface UndoneLines {
  /** The commands that undid them, as they would be typed */
  readonly typed: readonly string[];
  /** The lines that could not be undone */
  readonly left: readonly Left[];
}

/** Runs each step; a failing one does not stop the others */
async function undoAll(
  all: readonly Pending[],
  surroundings: UndoSurroundings,
  onFinished: (pending: Pending) => void,
): Promise<readonly Left[]> {
  const left: Left[] = [];
  const madeAgain = new MadeAgain();
  for (const pending of all) {
    const why = await undoStep(madeAgain.known(pending.step), surroundings, madeAgain);
    if (why === null) onFinished(pending);
    else left.push({ of: pending.line.text, why, try: lineFor(pending.step) });
  }
  return left;
}

/**
 * Orders the steps: from the last line to the first, and then, each only once, those that come after all
 * others
 */
function inOrder(lines: readonly Standing[]): readonly Pending[] {
  const all = lines
    .toReversed()
    .flatMap((line) => [...line.steps].map(([place, step]): Pending => ({ line, place, step })));
  return [...all.filter(({ step }) => step.when === "in turn"), ...all.filter(({ step }) => step.when === "last")];
}

/** Runs a step; returns the reason for a failure, `null` when it is finished */
async function undoStep(
  step: InverseStep,
  { look, run }: UndoSurroundings,
  madeAgain: MadeAgain,
): Promise<string | null> {
  if (step.kind === "rules") return takeRules(step, { look, run });
  const state = await stillOurs(step.takes, look);
  if (state === "gone") return null;
  // A file that another user has changed since is reported; any other thing that is another's is not ours to
  // undo
  if (state === "another's") return step.kind === "file" ? `${step.path} has been changed since` : null;
  const why = step.kind === "file" ? restoreFile(step) : await runStep(step, { look, run });
  if (why === null) madeAgain.note(step);
  return why;
}

async function runStep(
  step: Extract<InverseStep, { kind: "command" }>,
  { look, run }: UndoSurroundings,
): Promise<string | null> {
  const { exitCode, stdout, stderr } = await run(await argvOf(step, look));
  if (exitCode === 0) return null;
  const words = stderr.trim() || stdout.trim() || `exit status ${exitCode}`;
  // It may have vanished by itself meanwhile, as a container's links do
  return (await stillOurs(step.takes, look)) === "gone" ? null : words;
}

/** Records a finished step. A full disk is no reason to stop: running a step again is harmless */
function remember(writer: JournalWriter, { line, place }: Pending): void {
  try {
    writer.undone(line.number, place);
  } catch {
    // The step stays in the journal
  }
}

function lineFor(step: InverseStep): string {
  if (step.kind === "command") return `sudo ${step.argv.map(typedWord).join(" ")}`;
  if (step.kind === "rules")
    return `sudo iptables -t ${step.table} -S | grep ${step.names.map((name) => `-e ${quote(name)}`).join(" ")}`;
  if (step.content === null) return `sudo rm ${quote(step.path)}`;
  return `echo ${step.content} | base64 --decode | sudo tee ${quote(step.path)} >/dev/null`;
}

/** Replaces the label of a container with unknown id by the words that find it */
function typedWord(word: string): string {
  return LABEL.test(word) ? `$(sudo docker ps --all --quiet --filter ${word})` : quote(word);
}

/** A label in place of an id */
const LABEL = /^label=wirework=[\w-]+$/;
