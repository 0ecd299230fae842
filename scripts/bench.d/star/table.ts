/**
 * Formats the results of `scripts/bench star` for people.
 *
 * @module
 */
import type { Spread } from "../compare.ts";
import type { BenchDocument, Part, StarDocument } from "./document.ts";

type Star = BenchDocument["stars"][number];

/** The fewest containers for which the kernel's memory stands out from the noise of the machine */
const ENOUGH_TO_WEIGH = 100;

type Cell = (star: StarDocument, table: Star) => string;

const COLUMNS: Readonly<Record<string, Cell>> = {
  "": ({ contender }) => contender,
  start: ({ times }) => ms(times.start),
  up: ({ times }) => ms(times.up),
  "× up": (star, table) => toFirst(star, table, "up"),
  attach: ({ times }) => ms(times.attach),
  "× attach": (star, table) => toFirst(star, table, "attach"),
  down: ({ times }) => ms(times.down),
  "× down": (star, table) => toFirst(star, table, "down"),
  "× both": (star, table) => toFirst(star, table, "upAndDown"),
  memory: ({ weight }) => `${(weight.pss / 1e6).toFixed(1)} MB`,
  "kernel's": ({ weight }, { count }) =>
    count < ENOUGH_TO_WEIGH ? "–" : `${Math.max(0, weight.kernel / count / 1e3).toFixed(0)} kB each`,
  "at once": ({ weight }) => `${weight.atOnce}`,
  started: ({ weight }) => `${weight.started}`,
};

/** Returns the lines above the tables: the machine, the method, and the columns */
export function benchHeading({ kernel, cores, rounds }: BenchDocument): readonly string[] {
  return [
    `Linux ${kernel}, ${cores} processors; medians of ${rounds} rounds, taken in turns, ± half of what the middle half spans`,
    "",
    ...HEADING,
  ];
}

/** Returns a table for each size, and the missing contenders */
export function starLines({ stars }: BenchDocument): readonly string[] {
  return stars.flatMap((star) => ["", ...linesOfSize(star)]);
}

/** The headings of the columns */
const HEADING = [
  "start      until it takes commands",
  "up         the bridge and all containers, each with one cable and one address, both ends up",
  "attach     one container more, of a star that is up",
  "down       until the last link is gone",
  "×          to the first row's, round by round; both: up and down together",
  "memory     of its processes, proportional; kernel's: what the kernel had more of",
  "at once    the most processes at a moment; started: processes and threads to build it",
];

function linesOfSize(star: Star): readonly string[] {
  const { count, measured, leftOut } = star;
  const rows = measured.map((one) => Object.values(COLUMNS).map((cell) => cell(one, star)));
  return [
    `A star of ${count}`,
    ...(rows.length === 0 ? [] : aligned([Object.keys(COLUMNS), ...rows])),
    ...besideWirework(star),
    ...recipeLines(star),
    ...leftOut.map((one) => `not measured: ${one.contender}: ${one.why}${one.try === null ? "" : `; try: ${one.try}`}`),
  ];
}

/** Compares others with wirework, unless the first row is wirework's own */
function besideWirework({ measured, comparedWith }: Star): readonly string[] {
  return comparedWith.slice(1).flatMap((ours) =>
    measured
      .filter(({ contender }) => contender !== ours)
      .map(({ contender, ratios }) => {
        const times = ratios[ours];
        const of = (part: Part) => short(times?.[part].median ?? Number.NaN);
        return `${contender} takes ${of("upAndDown")} times as long as ${ours} (up and down), ${of("attach")} times (attach)`;
      }),
  );
}

/** Returns the recipe's lines */
function recipeLines({ count, recipe, recipeFailed, comparedWith: [first] }: Star): readonly string[] {
  if (recipeFailed !== null) return [`wirework up star --count ${count} ${recipeFailed}`];
  if (recipe === null) return [];
  const ratio = recipe.ratio === null ? "" : `, ${short(recipe.ratio.median)} times ${first}'s up`;
  return [
    `wirework up star --count ${count} takes ${ms(recipe.up)}${ratio}; wirework down ${ms(recipe.down)}: the recipe, as typed, with its sandbox, checks and journal`,
  ];
}

/** Aligns cells: names left, figures right */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((cells) => cells.map(pad).join("  ").trimEnd());
}

function ms({ low, median, high }: Spread): string {
  return `${short(median)} ms ±${((50 * (high - low)) / median).toFixed(0)}%`;
}

/** Formats the ratio of a part to the first row's */
function toFirst({ ratios }: StarDocument, { comparedWith }: Star, part: Part): string {
  return short(ratios[comparedWith[0] ?? ""]?.[part].median ?? Number.NaN);
}

/** Formats a number with three digits before the point, or one behind it below ten */
function short(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
