/**
 * Finds the reading of a recipe that fits a learner's containers best.
 *
 * @module
 */
import type { ThrowAwayKind } from "../hosts/host-kind.ts";
import type { Look } from "../resources/look.ts";
import type { Performer } from "../shell/template/session-line.ts";
import { type Builder, type Judgement, judge, type LineState } from "./judge.ts";
import { type Match, matches } from "./matching.ts";
import { Networks } from "./host-networks.ts";
import type { MadeContainer } from "./recipe-line.ts";
import type { Looked } from "./reader.ts";
import { type Lesson, type Reading, readOn } from "./reading.ts";
import { containersOn } from "./host-containers.ts";

/** A reading, with the matching that led to it */
export interface BestReading {
  readonly reading: Reading;
  readonly judgement: Judgement;
  /** Containers that its lines make */
  readonly made: readonly MadeContainer[];
  readonly match: Match;
  readonly looked: Looked;
}

/** The host that was built on, and means to look at it */
export interface Ground {
  readonly kind: ThrowAwayKind;
  readonly builder: Builder;
  readonly performer: Performer;
  /** Looks at the host, and remembers what it saw */
  readonly look: Look;
}

/** A limit for the ways to match containers; a recipe that has more is judged by the likeliest ones */
const MOST_MATCHES = 200;

/**
 * Reads a recipe with each way to match its containers until one fits perfectly: the learner may have used two windows
 * in the other order.
 */
export async function bestReading(lesson: Lesson, { kind, builder, performer, look }: Ground): Promise<BestReading> {
  const containers = await containersOn(performer);
  const running = containers.filter(({ isRunning }) => isRunning);
  const networks = new Networks(
    look,
    running.map(({ pid }) => pid),
  );
  const looked: Looked = new Map();
  const readWith = async (match: Match): Promise<BestReading> => {
    const choose = (place: number) => match[place] ?? null;
    const reading = await readOn(lesson, { performer, choose, looked, patience: () => null });
    const made = reading.lines.flatMap((line) => (line.made === null ? [] : [line.made]));
    return {
      reading,
      judgement: await judge(reading.lines, { kind, builder, look, networks, containers }),
      made,
      match,
      looked,
    };
  };
  let best = await readWith([]);
  let tried = 0;
  // A recipe may stop where it lacks a container, and make more of them once it has one
  for (let made = -1; made < best.made.length;) {
    made = best.made.length;
    for (const match of matches(best.made, containers)) {
      if (tried++ === MOST_MATCHES) return best;
      const found = await readWith(match);
      if (isBetter(found, best)) best = found;
      if (isPerfect(best)) return best;
    }
  }
  return best;
}

function isPerfect(best: BestReading): boolean {
  return best.judgement.first === null && countOf(best, OPEN) === 0;
}

/**
 * Compares two readings: the better one has more lines done and fewer containers that differ; at the same number it has
 * fewer lines to type; at the same number again, the first of them comes later.
 */
function isBetter(one: BestReading, other: BestReading): boolean {
  const [more, fewer, later] = [
    fitOf(one) - fitOf(other),
    countOf(other, OPEN) - countOf(one, OPEN),
    firstOf(one) - firstOf(other),
  ];
  return (more || fewer || later) > 0;
}

/** The place of the first line to type */
function firstOf({ judgement: { lines, first } }: BestReading): number {
  return first === null ? lines.length : lines.indexOf(first);
}

function fitOf(reading: BestReading): number {
  const unlike = reading.judgement.lines.filter(
    ({ made, findings }) => isTaken(made) && findings[0]?.is === "otherwise",
  );
  return countOf(reading, ["done"]) - unlike.length;
}

function isTaken(made: MadeContainer | null): boolean {
  return made !== null && made.container !== null;
}

/** States of lines that are still to be typed */
const OPEN: readonly LineState[] = ["missing", "wrong"];

function countOf({ judgement: { lines } }: BestReading, states: readonly LineState[]): number {
  return lines.filter(({ state }) => states.includes(state)).length;
}
