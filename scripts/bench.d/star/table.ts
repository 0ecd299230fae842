/**
 * What `scripts/bench star` has found, as a person reads it.
 *
 * @module
 */
import type { Spread } from "../compare.ts";
import type { BenchDocument, StarDocument } from "./document.ts";

type Star = BenchDocument["stars"][number];

/** Below that many containers the kernel's memory is lost in what the rest of the machine does */
const ENOUGH_TO_WEIGH = 100;

interface Column {
  readonly title: string;
  readonly cell: (star: StarDocument, count: number) => string;
}

const COLUMNS: readonly Column[] = [
  { title: "", cell: ({ contender }) => contender },
  { title: "start", cell: ({ times }) => ms(times.start) },
  { title: "up", cell: ({ times }) => ms(times.up) },
  { title: "ratio", cell: ({ ratios }) => times(ratios.up) },
  { title: "attach", cell: ({ times }) => ms(times.attach) },
  { title: "ratio", cell: ({ ratios }) => times(ratios.attach) },
  { title: "down", cell: ({ times }) => ms(times.down) },
  { title: "ratio", cell: ({ ratios }) => times(ratios.down) },
  { title: "up + down", cell: ({ ratios }) => times(ratios.upAndDown) },
  { title: "memory", cell: ({ weight }) => `${(weight.pss / 1e6).toFixed(1)} MB` },
  {
    title: "kernel's",
    cell: ({ weight }, count) =>
      count < ENOUGH_TO_WEIGH ? "–" : `${Math.max(0, weight.kernel / count / 1e3).toFixed(0)} kB each`,
  },
  { title: "at once", cell: ({ weight }) => `${weight.atOnce}` },
  { title: "started", cell: ({ weight }) => `${weight.started}` },
];

/** The lines of a table for each size, and who is missing there */
export function benchLines({ kernel, cores, rounds, stars }: BenchDocument): readonly string[] {
  return [
    `Linux ${kernel}, ${cores} processors; medians of ${rounds} rounds, taken in turns, ± half of what the middle half spans`,
    "",
    ...HEADING,
    ...stars.flatMap((star) => ["", ...starLines(star)]),
  ];
}

/** What the columns are */
const HEADING = [
  "start      until it takes commands",
  "up         the bridge and all containers, each with one cable and one address, both ends up",
  "attach     one container more, of a star that is up",
  "down       until the last link is gone",
  "ratio      to the first row's, round by round",
  "memory     of its processes, proportional; kernel's: what the kernel had more of",
  "at once    the most processes at a moment; started: processes and threads to build it",
];

function starLines({ count, measured, leftOut }: Star): readonly string[] {
  const rows = measured.map((star) => COLUMNS.map(({ cell }) => cell(star, count)));
  const table = measured.length === 0 ? [] : aligned([COLUMNS.map(({ title }) => title), ...rows]);
  const missing = leftOut.map((one) => `  ${one.contender}: ${one.why}${one.try === null ? "" : `; try: ${one.try}`}`);
  return [
    `A star of ${count}`,
    ...table.map((line) => `  ${line}`),
    ...(missing.length === 0 ? [] : ["  Not measured:", ...missing.map((line) => `  ${line}`)]),
  ];
}

/** Rows of cells as lines: names to the left, figures to the right */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((cells) => cells.map(pad).join("  ").trimEnd());
}

function ms({ low, median, high }: Spread): string {
  return `${short(median)} ms ±${((50 * (high - low)) / median).toFixed(0)}%`;
}

function times({ median }: Spread): string {
  return short(median);
}

/** Three figures, as far as they are before the point; one behind it below ten */
function short(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
