/**
 * Takes back what a journal says, from the last line to the first.
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

/** Something that could not be taken back */
export interface Left {
  /** The line that made it, as typed */
  readonly of: string;
  readonly why: string;
  /** The line to type */
  readonly try: string;
}

/** What undoing needs of the host */
export interface UndoSurroundings {
  readonly look: Look;
  run(argv: readonly string[]): Promise<Outcome>;
}

/** A step that is to be taken */
interface Pending {
  readonly line: Standing;
  readonly place: number;
  readonly step: InverseStep;
}

/**
 * Takes back all that a journal says and that is not taken back yet. A step whose thing is gone, or is somebody else's by
 * now, is done with; one that fails does not keep the others from being taken.
 *
 * @returns what is left
 * @throws {JournalError} when the journal can't be read
 */
export async function undo(file: string, surroundings: UndoSurroundings): Promise<readonly Left[]> {
  const journal = readJournal(file);
  if (journal === null) return [];
  using writer = JournalWriter.resume(file, journal.lines.length);
  // Awaited, as the journal is closed when this returns
  return await takeAll(inOrder(journal.lines), surroundings, (pending) => remember(writer, pending));
}

/**
 * Takes back some of its lines, the last first. What is to be done when all else is taken back is done, and stays to be done
 * once more: then more may be taken back.
 *
 * @param numbers theirs, in the journal
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
  const left = await takeAll(inOrder(lines), { ...surroundings, run }, (pending) => {
    if (pending.step.when === "in turn") remember(writer, pending);
  });
  return { typed, left };
}

/** What became of lines that were to be taken back */
export interface UndoneLines {
  /** The commands that took them back, as they would be typed */
  readonly typed: readonly string[];
  /** What is left */
  readonly left: readonly Left[];
}

/** Takes each; one that fails does not keep the others from being taken */
async function takeAll(
  all: readonly Pending[],
  surroundings: UndoSurroundings,
  taken: (pending: Pending) => void,
): Promise<readonly Left[]> {
  const left: Left[] = [];
  const madeAgain = new MadeAgain();
  for (const pending of all) {
    const why = await take(madeAgain.known(pending.step), surroundings, madeAgain);
    if (why === null) taken(pending);
    else left.push({ of: pending.line.text, why, try: lineFor(pending.step) });
  }
  return left;
}

/** Backwards, but for what is to be done when all else is; that only once */
function inOrder(lines: readonly Standing[]): readonly Pending[] {
  const all = lines
    .toReversed()
    .flatMap((line) => [...line.steps].map(([place, step]): Pending => ({ line, place, step })));
  return [...all.filter(({ step }) => step.when === "in turn"), ...all.filter(({ step }) => step.when === "last")];
}

/** Why it could not be taken; `null` when it is done with */
async function take(step: InverseStep, { look, run }: UndoSurroundings, madeAgain: MadeAgain): Promise<string | null> {
  if (step.kind === "rules") return takeRules(step, { look, run });
  const state = await stillOurs(step.takes, look);
  if (state === "gone") return null;
  // What somebody has written since is not ours to overwrite; of any other thing, somebody else's is not what we made
  if (state === "another's") return step.kind === "file" ? `somebody has changed ${step.path} since` : null;
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
  // It may have gone by itself meanwhile, as a container's links do
  return (await stillOurs(step.takes, look)) === "gone" ? null : words;
}

/** That it can't be written down, as the disk is full, is no reason to stop: to take it once more is harmless */
function remember(writer: JournalWriter, { line, place }: Pending): void {
  try {
    writer.undone(line.number, place);
  } catch {
    // See above
  }
}

function lineFor(step: InverseStep): string {
  if (step.kind === "command") return `sudo ${step.argv.map(typedWord).join(" ")}`;
  if (step.kind === "rules")
    return `sudo iptables -t ${step.table} -S | grep ${step.names.map((name) => `-e ${quote(name)}`).join(" ")}`;
  if (step.content === null) return `sudo rm ${quote(step.path)}`;
  return `echo ${step.content} | base64 --decode | sudo tee ${quote(step.path)} >/dev/null`;
}

/** Of a container whose id nobody has learned, the label that it has */
function typedWord(word: string): string {
  return LABEL.test(word) ? `$(sudo docker ps --all --quiet --filter ${word})` : quote(word);
}

/** As steps have it in the place of an id */
const LABEL = /^label=wirework=[\w-]+$/;
