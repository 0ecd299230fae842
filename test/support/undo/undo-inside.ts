/**
 * Runs lines on the current host with a journal, as `--on host` does, undoes them by that journal, and prints
 * the state each time.
 *
 *   bun undo-inside.ts sandbox|docker <REQUESTS >ANSWERS
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

import { builtinsOn } from "../../../lib/builtins/builtin-table.ts";
import { bootId } from "../../../lib/hosts/boot-id.ts";
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import type { HostKind } from "../../../lib/hosts/host-kind.ts";
import { readJournal } from "../../../lib/labs/journal/read.ts";
import { JournalWriter } from "../../../lib/labs/journal/write.ts";
import { type Journalled, journalled } from "../../../lib/labs/journalled.ts";
import { lookHere, runHere } from "../../../lib/labs/look-here.ts";
import { undo } from "../../../lib/labs/undo.ts";
import { CannotUndo } from "../../../lib/shell/invert/cannot-undo.ts";
import type { Line } from "../../../lib/shell/template/session-line.ts";
import { RealPerformer } from "../../../lib/shell/perform.ts";
import { plansOf } from "../../../lib/shell/plans.ts";
import { seeHost } from "../host/host-state.ts";
import { linesOf } from "../host/host-lines.ts";
import { lineOf } from "../line-of.ts";
import type { RanLine, UndoAnswer, UndoRequest } from "./undo-host.ts";

const performer = new RealPerformer({
  builtins: builtinsOn(process.argv[2] as HostKind),
  environment: HOST_ENVIRONMENT,
});
const look = lookHere(performer);
const surroundings = { look, run: (argv: readonly string[]) => runHere(performer, argv) };
console.log("ready");
for await (const line of linesOf(Bun.stdin.stream())) {
  const answer = await answerTo(JSON.parse(line) as UndoRequest).catch((error: unknown) => ({
    error: String(error instanceof Error ? error.stack : error),
  }));
  console.log(JSON.stringify(answer));
}

async function answerTo(request: UndoRequest): Promise<UndoAnswer> {
  const folder = mkdtempSync("/tmp/journal-");
  try {
    return await undone(request, join(folder, "journal"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function undone(request: UndoRequest, file: string): Promise<UndoAnswer> {
  const { setup, lines, meanwhile, knowing, paths, repeated } = request;
  for (const line of setup) await must(line);
  const before = await (setup.length === 0 ? seeHost(performer, paths) : seeAtRest(paths));
  const ran = await runAll(lines, knowing, file);
  for (const line of meanwhile) await must(line);
  const between = await seeHost(performer, paths);
  // A killed undo may not have recorded what it has undone
  const early = `${file}-early`;
  copyFileSync(file, early);
  const failures = (await undo(file, surroundings)).map(({ of, why, try: line }) => `${of}: ${why}: ${line}`);
  const after = await seeHost(performer, paths);
  await undo(file, surroundings);
  if (repeated) await undo(early, surroundings);
  const twice = await seeHost(performer, paths);
  return { ran, before, between, after, twice, failures };
}

/** Looks until nothing changes by itself any more: the kernel is late with a new cable's IPv6 state */
async function seeAtRest(paths: readonly string[]): ReturnType<typeof seeHost> {
  for (let last = await seeHost(performer, paths); ;) {
    const now = await seeHost(performer, paths);
    if (Bun.deepEquals(last, now)) return now;
    last = now;
  }
}

async function must(line: string): Promise<void> {
  const { exitCode, stderr } = await runHere(performer, lineOf(line).commands[0].argv);
  if (exitCode !== 0) throw new Error(`Cannot prepare: \`${line}\`: ${stderr}`);
}

/** Runs the lines, and reads the undo of each from the journal */
async function runAll(
  lines: readonly string[],
  knowing: UndoRequest["knowing"],
  file: string,
): Promise<readonly RanLine[]> {
  using journal = JournalWriter.begin(file, "test", bootId());
  const undoing = journalled(journal, look);
  const ended: (Omit<RanLine, "steps"> & { readonly number: number | null })[] = [];
  for (const text of lines) {
    const line = lineOf(text);
    const { status, said } = await run(line, knowing, undoing);
    ended.push({ line: text, status, said, number: undoing.numberOf(line) });
  }
  const journalLines = readJournal(file)?.lines ?? [];
  return ended.map(({ number, ...line }) => ({
    ...line,
    steps: [...(journalLines.find((one) => one.number === number)?.steps.values() ?? [])],
  }));
}

async function run(
  line: Line,
  knowing: UndoRequest["knowing"],
  undoing: Journalled,
): Promise<Pick<RanLine, "status" | "said">> {
  plansOf(line, "refused");
  const kept = await undoing.before(line).catch(refusal);
  if (kept instanceof CannotUndo) return { status: null, said: kept.message };
  if (knowing === "nothing ran") return { status: null, said: "" };
  const outcome = await performer.perform(kept.line);
  if (knowing === "all") await kept.after(outcome);
  return { status: outcome.exitCode, said: outcome.stdout + outcome.stderr };
}

/** Returns the error of a line that can't be undone, and so does not run */
function refusal(error: unknown): CannotUndo {
  if (error instanceof CannotUndo) return error;
  throw error;
}
