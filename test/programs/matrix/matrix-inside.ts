/**
 * Runs lines in the network that it is started in, undoes each by every reader of lines, and says what came of it.
 *
 *   unshare --net --mount bun matrix-inside.ts <REQUESTS >ANSWERS
 *   bun matrix-inside.ts <REQUESTS >ANSWERS
 *
 * A reader that leaves something behind ends it: what follows would be compared with that.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

import { builtinsOn } from "../../../lib/builtins/builtin-table.ts";
import { explainLine } from "../../../lib/explain/explain-line.ts";
import { bootId } from "../../../lib/hosts/boot-id.ts";
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { JournalWriter } from "../../../lib/labs/journal/write.ts";
import { journalled } from "../../../lib/labs/journalled.ts";
import { lookHere, runHere } from "../../../lib/labs/look-here.ts";
import { undo } from "../../../lib/labs/undo.ts";
import { containersOn } from "../../../lib/learner/host-containers.ts";
import { settleLinks } from "../../../lib/netlink/links/settle-links.ts";
import { openNetworkNamed } from "../../../lib/netlink/netns/open-network.ts";
import { RouteSocket } from "../../../lib/netlink/rtnetlink/route-socket.ts";
import { RecipeError } from "../../../lib/recipe/recipe-error.ts";
import { commandLines } from "../../../lib/script/command-lines.ts";
import { bashText, functionsText } from "../../../lib/script/functions.ts";
import { Made } from "../../../lib/script/made.ts";
import { CannotUndo } from "../../../lib/shell/invert/cannot-undo.ts";
import { RealPerformer } from "../../../lib/shell/perform.ts";
import type { Line } from "../../../lib/shell/template/session-line.ts";
import { plansOf } from "../../../lib/shell/plans.ts";
import { seeHost } from "../../support/host/host-state.ts";
import { linesOf } from "../../support/host/host-lines.ts";
import { judgedAlone } from "../../support/kernel/judged.ts";
import { lineOf } from "../../support/line-of.ts";
import { glance } from "./glance.ts";
import type { Answer, Checked, Question, Reading } from "./matrix-host.ts";
import { NETWORKS, PATHS } from "./setup.ts";

const performer = new RealPerformer({ builtins: builtinsOn("sandbox"), environment: HOST_ENVIRONMENT });
const look = lookHere(performer);
const surroundings = { look, run: (argv: readonly string[]) => runHere(performer, argv) };

/** Of a reader that makes nothing of a line */
const NOTHING = { lines: [], refused: null, hasRun: false, hasChanged: false, unknown: [], left: [] } as const;

const lines = linesOf(Bun.stdin.stream());
const { value: setup } = await lines.next();
await must(["set -e", ...(JSON.parse(String(setup)) as readonly string[])].join("\n"));
const before = await seeAtRest();
let glanced = glance(NETWORKS, PATHS);
console.log("ready");
for await (const line of lines) {
  const answer = await answerTo(JSON.parse(line) as Question).catch((error: unknown) => ({
    error: String(error instanceof Error ? error.stack : error),
  }));
  console.log(JSON.stringify(answer));
}

/** Looks until nothing changes by itself any more */
async function seeAtRest() {
  for (let last = await seeHost(performer, PATHS); ;) {
    const now = await seeHost(performer, PATHS);
    if (Bun.deepEquals(last, now)) return now;
    last = now;
  }
}

/** Runs a line; returns what it prints */
async function must(line: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runHere(performer, ["sh", "-c", `sudo() { "$@"; }; ${line}`]);
  if (exitCode !== 0) throw new Error(`Cannot run \`${line}\`: ${stderr}`);
  return stdout.trim();
}

async function answerTo({ line, looks }: Question): Promise<Answer> {
  const leftBy = looks === "whole" ? left : leftAtAGlance;
  const { check, ...journal } = await byJournal(line, leftBy);
  if (journal.left.length > 0) return { check, journal, script: null, explain: null };
  const script = await byScript(line, leftBy);
  if (script.left.length > 0) return { check, journal, script, explain: null };
  return { check, journal, script, explain: await byExplain(line) };
}

/** What is left, where a glance shows that anything is */
async function leftAtAGlance(): Promise<readonly string[]> {
  settle();
  if (isAsBefore()) return [];
  const all = await left();
  // Something that a whole look takes for passing: the next line is compared with what is there now
  if (all.length === 0) glanced = glance(NETWORKS, PATHS);
  return all;
}

function isAsBefore(): boolean {
  return glance(NETWORKS, PATHS) === glanced;
}

function settle(): void {
  for (const open of [RouteSocket.open, openInNamed]) {
    using socket = open();
    settleLinks(socket);
  }
}

/** Once the kernel has acted on all cables: what is there now and was not before, after a plus sign, and what is gone, after a minus sign */
async function left(): Promise<readonly string[]> {
  settle();
  const now = await seeHost(performer, PATHS);
  return Object.keys({ ...before, ...now }).flatMap((what) => {
    const [was, is] = [partsOf(before[what]), partsOf(now[what])];
    return [
      ...[...was.difference(is)].map((part) => `${what}: - ${part}`),
      ...[...is.difference(was)].map((part) => `${what}: + ${part}`),
      ...(Bun.deepEquals([...was], [...is]) || was.symmetricDifference(is).size > 0
        ? []
        : [`${what}: in another order`]),
    ];
  });
}

function openInNamed(): RouteSocket {
  using network = openNetworkNamed("c1");
  return RouteSocket.openIn(network.fd);
}

/** A part a line, or a setting of a link */
function partsOf(value: unknown): ReadonlySet<string> {
  const parts = (Array.isArray(value) ? value : [value]) as readonly unknown[]; // lines, or links
  return new Set(parts.flatMap((part) => (isLink(part) ? settingsOf(part) : [JSON.stringify(part)])));
}

function isLink(part: unknown): part is { readonly ifname: string } {
  return typeof part === "object" && part !== null && "ifname" in part;
}

function settingsOf({ ifname, ...settings }: { readonly ifname: string }): readonly string[] {
  return [ifname, ...Object.entries(settings).map(([name, value]) => `${ifname} ${name} ${JSON.stringify(value)}`)];
}

/** By what `--on host` writes down; and what `check` finds meanwhile */
async function byJournal(text: string, leftBy: typeof left): Promise<Reading & Pick<Answer, "check">> {
  const folder = mkdtempSync("/tmp/journal-");
  try {
    const line = lineOf(text);
    using journal = JournalWriter.begin(join(folder, "journal"), "test", bootId());
    const undoing = journalled(journal, look);
    try {
      plansOf(line, "refused");
      const before = await checked(line);
      const kept = await undoing.before(line);
      const outcome = await performer.perform(kept.line);
      await kept.after(outcome);
      if (outcome.exitCode !== 0) throw new Error(`Cannot run \`${text}\`: ${outcome.stderr}`);
      settle();
      const hasChanged = !isAsBefore() || (await left()).length > 0;
      const after = await checked(line);
      await undo(join(folder, "journal"), surroundings);
      return { ...NOTHING, check: { before, after }, hasRun: true, hasChanged, left: await leftBy() };
    } catch (error) {
      if (!(error instanceof CannotUndo) && !(error instanceof RecipeError)) throw error;
      return { ...NOTHING, check: null, refused: error.message, left: await leftBy() };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function checked(line: Line): Promise<Checked> {
  const containers = line.text.includes("docker") ? await containersOn(performer) : [];
  const { state, findings } = await judgedAlone(line, performer, containers);
  return { state, findings: findings.map(({ wanted, seen }) => `${wanted}: ${seen}`) };
}

/** By the undo of a script that `wirework script` writes */
async function byScript(text: string, leftBy: typeof left): Promise<Reading> {
  const writing = { made: new Made(), strangers: "refused", variables: new Map() } as const;
  let part;
  try {
    part = commandLines(lineOf(text), writing);
  } catch (error) {
    if (!(error instanceof RecipeError || error instanceof CannotUndo)) throw error;
    return { ...NOTHING, refused: error.message };
  }
  const script = [
    "set -euo pipefail",
    "NAME=test",
    'sudo() { "$@"; }',
    ...functionsText(new Set(["undo", ...part.needs])),
    `steps() {\n${bashText("trap-failure")}\n${part.lines.join("\n")}\n}`,
    bashText("main"),
  ].join("\n");
  const { exitCode, stderr } = await runHere(performer, ["bash", "-c", script]);
  return { ...NOTHING, hasRun: true, lines: part.lines, refused: exitCode === 0 ? null : stderr, left: await leftBy() };
}

/** By what `explain` says undoes it; and a whole look, as it comes last */
async function byExplain(text: string): Promise<Reading> {
  const { undo: back, words } = explainLine(text);
  const unknown = words.filter(({ means }) => means === null).map(({ word }) => word);
  const said = back.map((step) => ("type" in step ? step.type : step.say));
  if (back.some((step) => "say" in step) || unknown.length > 0)
    return { ...NOTHING, lines: said, refused: "it says so in words", unknown, left: await left() };
  const printed = await must(text);
  const refused: string[] = [];
  // A container's id is what its line has printed
  for (const line of said)
    await must(line.replace(/ ID$/, ` ${printed}`)).catch((error: unknown) => refused.push(String(error)));
  return { ...NOTHING, hasRun: true, lines: said, refused: refused[0] ?? null, unknown, left: await left() };
}
