/** Prints the results of faults. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { diffOf, type Fault, lineOf } from "./faults/fault.ts";
import type { Verdict } from "./trial.ts";

/** A fault that has been tried */
export interface Tried {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly diff: string;
  readonly verdict: Verdict;
}

/** Collects what is printed about a fault */
export function tried(project: string, fault: Fault, verdict: Verdict): Tried {
  const text = readFileSync(join(project, fault.file), "utf8");
  const { file, kind } = fault;
  return { file, line: lineOf(text, fault), kind, diff: diffOf(file, text, fault), verdict };
}

/** Formats a fault's line */
export function faultLine({ file, line, kind, verdict }: Tried): string {
  const { by, isTimeout, files, seconds } = verdict;
  const how = by === null ? `by ${files} files` : `by ${by}${isTimeout ? " (timeout)" : ""}`;
  return `${by === null ? "survived" : "killed  "}  ${file}:${line}  ${kind}  ${how}  ${Math.round(seconds)} s`;
}

/** Formats the end: the survivors, and the sums */
export function summaryLines(all: readonly Tried[], leftOut: readonly string[], seed: number): readonly string[] {
  const survivors = all.filter(({ verdict }) => verdict.by === null);
  const folders = [...Map.groupBy(all, ({ file }) => dirname(file)).entries()];
  return [
    ...survivors.flatMap(({ kind, diff }) => ["", `survived: ${kind}`, diff]),
    "",
    ...leftOut.map((test) => `left out, as it fails here without a fault: ${test}`),
    ...folders.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([folder, some]) => sum(folder, some)),
    `${sum("all", all)}, seed ${seed}`,
  ];
}

function sum(name: string, faults: readonly Tried[]): string {
  const killed = faults.filter(({ verdict }) => verdict.by !== null).length;
  const share = faults.length === 0 ? 0 : Math.floor((100 * killed) / faults.length);
  return `${name}: ${killed} of ${faults.length} killed, ${share} %`;
}

/** Returns the document of `--json` */
export function mutateDocument(all: readonly Tried[], leftOut: readonly string[], seed: number): string {
  const faults = all.map(({ verdict: { by }, ...fault }) => ({ fault, by }));
  const killed = faults.flatMap(({ fault, by }) => (by === null ? [] : [{ ...fault, by }]));
  const survived = faults.flatMap(({ fault, by }) => (by === null ? [fault] : []));
  return JSON.stringify({ schema: 1, seed, killed, survived, leftOut }, null, 2);
}
