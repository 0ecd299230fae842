/**
 * Judges which lines of a recipe have been typed on a host.
 *
 * @module
 */
import { dockerStartedAt } from "../builtins/service/started-at.ts";
import type { ThrowAwayKind } from "../hosts/host-kind.ts";
import { evidenceIn } from "./evidence.ts";
import { type Finding, isWork } from "./finding.ts";
import { changesAgain, type LineCounts, countLines } from "./line-counts.ts";
import { LinkLives } from "./link-life.ts";
import { isMadeAgain } from "./bridge-made-again.ts";
import { ask } from "./probes/probe-table.ts";
import { containerMade, isAboutDocker, tooEarly } from "./probes/container.ts";
import type { ReadLine } from "./recipe-line.ts";
import type { Question, Sight } from "./sight.ts";

/**
 * The state of a line.
 *
 * - `done`: its result is there
 * - `missing`, `wrong`: it is not, or something else is there instead
 * - `past`: a later line, which is done, has removed it
 * - `unseen`: its result cannot be seen afterwards
 * - `looks`: it changes nothing
 * - `later`: it undoes what was built, or comes after such a line
 */
export type LineState = "done" | "missing" | "wrong" | "past" | "unseen" | "looks" | "later";

/** A line and its state */
export interface JudgedLine extends ReadLine {
  readonly state: LineState;
  /** False for a recipe's own lines after the article's last one */
  readonly required: boolean;
  readonly findings: readonly Finding[];
}

/** The builder of what is there: a complete run of the recipe, or a learner who types lines like its */
export type Builder = "recipe" | "learner";

/** All lines, and the first one to type */
export interface Judgement {
  readonly lines: readonly JudgedLine[];
  readonly first: JudgedLine | null;
  readonly counts: LineCounts;
  /** The answer to whether a missing container has ended with the recipe's `exit` */
  readonly hasEnded: "no" | "maybe" | "surely";
}

/** A host at one moment, and its builder */
interface Scene extends Omit<Sight, "lives"> {
  readonly builder: Builder;
}

/** Judges lines in their order */
export async function judge(lines: readonly ReadLine[], { builder, ...sight }: Scene): Promise<Judgement> {
  const asked = await findingsOf(lines, { ...sight, lives: new LinkLives(sight.networks) });
  const counts = countLines(lines, asked);
  const evidence = lines.map(({ made }, at) => evidenceIn(made, asked, at));
  const judged: JudgedLine[] = [];
  for (const [at, line] of lines.slice(0, counts.lines).entries()) {
    const isEarly = line.made !== null && judged.some(isOpenForDocker);
    const findings = (asked[at] ?? []).map((finding) => (isEarly ? tooEarly(finding) : finding));
    const later = evidence.slice(at + 1, counts.lines).flat();
    const state = stateOf(line, findings, { later, kind: sight.kind });
    judged.push({ ...line, state, findings, required: at < counts.required });
  }
  for (const line of lines.slice(counts.lines)) judged.push({ ...line, state: "later", findings: [], required: false });
  const first = judged.find(isToType) ?? null;
  const ends = lines.slice(counts.lines).some(({ does }) => does === "ends");
  const mayHaveEnded = ends && first !== null && isContainerMissing(first) && asked.flat().some(isWork);
  if (!mayHaveEnded) return { lines: judged, first, counts, hasEnded: "no" };
  if (builder === "learner") return { lines: judged, first, counts, hasEnded: "maybe" };
  return { lines: judged.map(gone), first: null, counts, hasEnded: "surely" };
}

/** Marks a line as past when its work has ended with a container */
function gone(line: JudgedLine): JudgedLine {
  return isToType(line) ? { ...line, state: "past" } : line;
}

function isContainerMissing({ made, state }: JudgedLine): boolean {
  return made !== null && state === "missing" && dockerStartedAt() !== null;
}

function isToType({ required, state }: JudgedLine): boolean {
  return required && (state === "missing" || state === "wrong");
}

/** Reports whether a line that sets up Docker is still to be typed */
function isOpenForDocker({ state, findings }: JudgedLine): boolean {
  return (state === "missing" || state === "wrong") && findings.some(isAboutDocker);
}

/** Collects the findings. It asks once all lines are read, as later lines may move or rename what a line made */
async function findingsOf(lines: readonly ReadLine[], sight: Sight): Promise<readonly (readonly Finding[])[]> {
  const questions: (readonly Question[])[] = [];
  for (const { deeds } of lines) {
    const ofLine: Question[] = [];
    for (const deed of deeds) ofLine.push(...(await ask(deed, sight)));
    questions.push(ofLine);
  }
  const ids = new Set(lines.map(({ made }) => made?.container?.id));
  const taken = sight.containers.filter(({ id }) => ids.has(id));
  const others = sight.containers.filter(({ id }) => !ids.has(id));
  const docker = dockerStartedAt() === null ? "stopped" : "running";
  return Promise.all(
    lines.map(async ({ made }, at) => [
      ...(made === null ? [] : [containerMade(made, { taken, others, docker })]),
      ...(await Promise.all((questions[at] ?? []).map((question) => question()))),
    ]),
  );
}

/** The circumstances that decide besides a line's own findings */
interface Circumstances {
  /** The findings of later lines */
  readonly later: readonly Finding[];
  readonly kind: ThrowAwayKind;
}

function stateOf(line: ReadLine, findings: readonly Finding[], { later, kind }: Circumstances): LineState {
  if (line.does === "looks") return "looks";
  if (findings.length === 0) return "unseen";
  const open = findings.filter(({ is }) => is !== "so");
  if (open.length === 0) return "done";
  if (open.every((finding) => isOver(finding, later) || isMadeAgain(finding, later, kind))) return "past";
  return open.some(({ is }) => is === "otherwise") ? "wrong" : "missing";
}

/**
 * Reports whether a later line has removed it. Its absence alone may be the original state, so some work must be proved
 * as well
 */
function isOver(finding: Finding, later: readonly Finding[]): boolean {
  const again = later.filter((other) => changesAgain(other, finding));
  return again.some(({ is }) => is === "so") && later.some(isWork);
}
