/**
 * Runs commands on the host that it is started in, takes them back, and says what there was each time.
 *
 *   bun undo-inside.ts sandbox|docker <REQUESTS >ANSWERS
 */
import { lookHere, runHere } from "../../lib/labs/look-here.ts";
import { restoreFile } from "../../lib/labs/restore-file.ts";
import { argvOf } from "../../lib/labs/still-ours/docker.ts";
import { stillOurs } from "../../lib/labs/still-ours/still-ours.ts";
import { takeRules } from "../../lib/labs/take-rules.ts";
import { builtinsOn } from "../../lib/builtins/table.ts";
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import { CannotUndo } from "../../lib/shell/invert/cannot-undo.ts";
import type { HostKind } from "../../lib/hosts/host-kind.ts";
import type { InverseStep, Plan } from "../../lib/shell/invert/inversion.ts";
import { planOf, planOfRedirection } from "../../lib/shell/invert/invert.ts";
import { NOTHING } from "../../lib/shell/outcome.ts";
import { RealPerformer } from "../../lib/shell/perform.ts";
import { words } from "../../lib/shell/words.ts";
import { seeHost } from "./host-state.ts";
import { linesOf } from "./host-lines.ts";
import type { UndoAnswer, UndoRequest } from "./undo-host.ts";

const performer = new RealPerformer({
  builtins: builtinsOn(process.argv[2] as HostKind),
  environment: HOST_ENVIRONMENT,
});
const look = lookHere(performer);
console.log("ready");
for await (const line of linesOf(Bun.stdin.stream())) {
  const answer = await answerTo(JSON.parse(line) as UndoRequest).catch((error: unknown) => ({
    error: String(error instanceof Error ? error.stack : error),
  }));
  console.log(JSON.stringify(answer));
}

/** Each line as it stands once it has run, or was about to */
interface Ran {
  readonly line: string;
  readonly kind: Plan["kind"];
  readonly status: number | null;
  readonly said: string;
  readonly steps: readonly InverseStep[];
}

async function answerTo({ setup, lines, meanwhile, knowing, paths }: UndoRequest): Promise<UndoAnswer> {
  for (const line of setup) await must(line);
  const before = await (setup.length === 0 ? seeHost(performer, paths) : seeAtRest(paths));
  const ran: Ran[] = [];
  for (const line of lines) ran.push(await run(line, knowing));
  for (const line of meanwhile) await must(line);
  const between = await seeHost(performer, paths);
  const failures = await takeBack(ran);
  const after = await seeHost(performer, paths);
  // Undo of an undo is nothing: what it can't do once more, as all is back, it does not do
  await takeBack(ran);
  const twice = await seeHost(performer, paths);
  return { ran, before, between, after, twice, failures };
}

/** Looks until nothing changes by itself any more: the kernel is a moment late with what IPv6 makes of a cable */
async function seeAtRest(paths: readonly string[]): ReturnType<typeof seeHost> {
  for (let last = await seeHost(performer, paths); ;) {
    const now = await seeHost(performer, paths);
    if (Bun.deepEquals(last, now)) return now;
    last = now;
  }
}

async function must(line: string): Promise<void> {
  const { exitCode, stderr } = await runHere(performer, argvIn(line));
  if (exitCode !== 0) throw new Error(`Cannot prepare: \`${line}\`: ${stderr}`);
}

/** A line, and `>` or `>>` with a file after it */
async function run(line: string, knowing: UndoRequest["knowing"]): Promise<Ran> {
  const [, command = line, operator, file] = /^(.*?) (>>?) (\S+)$/.exec(line) ?? [];
  const argv = argvIn(command);
  const plan =
    operator === undefined ? planOf(argv) : planOfRedirection({ operator: operator as ">", file: file ?? "" });
  if (plan.kind !== "undoable") throw new Error(`\`${line}\` is not undoable: ${JSON.stringify(plan)}`);
  const undo = await plan.prepare(look).catch(refusal);
  if (undo instanceof CannotUndo) return { line, kind: plan.kind, status: null, said: undo.message, steps: [] };
  if (knowing === "nothing ran") return { line, kind: plan.kind, status: null, said: "", steps: undo.steps };
  const outcome =
    operator === undefined
      ? await runHere(performer, undo.argv)
      : await performer.perform({
          text: line,
          commands: [{ argv, text: command, handles: [] }],
          redirection: { operator: operator as ">", file: file ?? "" },
          stays: null,
          speaker: "told",
          irreversible: null,
          gives: null,
        });
  const steps = knowing === "the intent" ? undo.steps : await undo.complete({ ...NOTHING, ...outcome }, look);
  return { line, kind: plan.kind, status: outcome.exitCode, said: outcome.stdout + outcome.stderr, steps };
}

/**
 * Takes it all back; what a step takes is gone then, so that to repeat it does nothing. Another's is only what was in the way of
 * a line, which failed for that.
 */
async function takeBack(ran: readonly Ran[]): Promise<string[]> {
  const failures: string[] = [];
  const steps = ran.toReversed().flatMap((one) => one.steps);
  const hindered = new Set(ran.filter(({ status }) => status !== 0).flatMap((one) => one.steps));
  const isLast = ({ when }: InverseStep) => when === "last";
  for (const step of [...steps.filter((one) => !isLast(one)), ...steps.filter(isLast)]) {
    const standing = step.kind === "rules" ? "ours" : await stillOurs(step.takes, look);
    if (standing === "another's" && !hindered.has(step)) failures.push(`another's: ${JSON.stringify(step)}`);
    if (standing !== "ours") continue;
    const failure = await take(step);
    if (failure !== null) failures.push(failure);
    else if (step.kind !== "rules" && !isLast(step) && (await stillOurs(step.takes, look)) !== "gone")
      failures.push(`not gone after it was taken: ${JSON.stringify(step)}`);
  }
  return failures;
}

async function take(step: InverseStep): Promise<string | null> {
  if (step.kind === "rules") return takeRules(step, { look, run: (argv) => runHere(performer, argv) });
  if (step.kind === "file") return restoreFile(step);
  const { exitCode, stderr } = await runHere(performer, await argvOf(step, look));
  return exitCode === 0 ? null : `${step.argv.join(" ")}: ${stderr.trim()}`;
}

/** A line that can't be taken back does not run */
function refusal(error: unknown): CannotUndo {
  if (error instanceof CannotUndo) return error;
  throw error;
}

function argvIn(line: string): readonly [string, ...string[]] {
  return words(Object.assign([line], { raw: [line] }), []).argv;
}
