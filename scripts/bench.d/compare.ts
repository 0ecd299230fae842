/**
 * Programs, timed against each other.
 *
 * @module
 */

/** A program to time */
export interface Subject {
  readonly name: string;
  readonly argv: readonly string[];
}

/** Milliseconds by subject, one entry per round; the runs of a round follow each other, so they are comparable */
export type Timings = ReadonlyMap<Subject, readonly number[]>;

/** Times each subject once per round, in an order that rotates; a first round only warms up */
export function timeInTurns(subjects: readonly Subject[], rounds: number): Timings {
  const timings = new Map(subjects.map((subject) => [subject, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % subjects.length;
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      const took = timeOnce(subject);
      if (round > 0) timings.get(subject)?.push(took);
    }
  }
  return timings;
}

/**
 * Times one run.
 *
 * @throws {Error} when it fails: its time would mean nothing
 */
function timeOnce({ argv, name }: Subject): number {
  const began = performance.now();
  const { exitCode, stderr } = Bun.spawnSync([...argv], { stdio: ["ignore", "ignore", "pipe"] });
  const took = performance.now() - began;
  if (exitCode !== 0) throw new Error(`Cannot time ${name}: it ended with ${exitCode}: ${stderr.toString().trim()}`);
  return took;
}

/** A median and the quartiles around it */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Returns the ratio of one program's time to another's, round by round */
export function ratio(timings: Timings, one: Subject, other: Subject): Spread {
  const others = timings.get(other) ?? [];
  return spread((timings.get(one) ?? []).map((took, round) => took / (others[round] ?? Number.NaN)));
}

/** Returns the median and the quartiles of a sample */
export function spread(sample: readonly number[]): Spread {
  const sorted = sample.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const quantile = (share: number) => at(Math.round(share * (sorted.length - 1)));
  const middle = (sorted.length - 1) / 2;
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  return { low: quantile(0.25), median, high: quantile(0.75) };
}
