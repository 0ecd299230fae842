/**
 * Chooses the tests for a file of `lib/`, the nearest first.
 */
import { globSync } from "node:fs";

import { DRIVEN_BY } from "./driven-by.ts";
import { stepsToUsers, type Users } from "./imports.ts";

/** A longer path from a test to a file says little about the test's subject */
const MOST_STEPS = 4;
/** The limit for tests that mirror other files */
const MOST_STEPS_TO_MIRRORED = 2;
/** Limits the effort for a surviving fault */
const MOST_FILES = 60;
/** Tests beside the mirroring test come after those that import the file */
const BESIDE = 0.5;
/** A larger folder of tests has many subjects: tests beside the mirroring one come last */
const LARGE_FOLDER = 12;
const IN_LARGE_FOLDER = 3.5;
/** Before the tests beside those that are two imports away */
const DRIVEN_FROM_OUTSIDE = 2.4;
/** The tests of `scripts/mutate`, which put faults into the project, too */
const OWN = "test/scripts/mutate";

/** Lists the project's test files */
export function testFiles(project: string): readonly string[] {
  return globSync("test/**/*.test.ts", { cwd: project }).toSorted();
}

/** Chooses the test files that should fail with a fault in a file */
export function testsOf(file: string, tests: readonly string[], users: Users): readonly string[] {
  const steps = stepsToUsers(file, users, MOST_STEPS);
  const distances = new Map<string, number>();
  const note = (test: string, distance: number) =>
    distances.set(test, Math.min(distance, distances.get(test) ?? Infinity));
  for (const [user, step] of steps) {
    if (user.endsWith(".test.ts")) note(user, step);
    else if (step <= MOST_STEPS_TO_MIRRORED) noteMirrored(user, step, tests, note);
  }
  for (const [place, prefix] of drivenBy(file).entries()) {
    for (const test of tests.filter((one) => isBelow(one, prefix))) note(test, DRIVEN_FROM_OUTSIDE + place / 10);
  }
  const mirrored = mirrorOf(file);
  return [...distances.keys()]
    .filter((test) => tests.includes(test) && !test.startsWith(OWN))
    .toSorted()
    .toSorted(
      (one, other) =>
        (distances.get(one) ?? 0) - (distances.get(other) ?? 0) || shared(other, mirrored) - shared(one, mirrored),
    )
    .slice(0, MOST_FILES);
}

/** Adds the tests that mirror a file, and those beside them */
function noteMirrored(
  file: string,
  step: number,
  tests: readonly string[],
  note: (test: string, distance: number) => void,
): void {
  if (!file.startsWith("lib/")) return;
  const mirror = mirrorOf(file);
  const folder = mirror.slice(0, mirror.lastIndexOf("/") + 1);
  const beside = tests.filter((test) => test.startsWith(folder) && !test.slice(folder.length).includes("/"));
  for (const test of tests) {
    if (test === `${mirror}.test.ts`) note(test, step);
    else if (isBelow(test, mirror)) note(test, step + BESIDE);
  }
  for (const test of beside) note(test, beside.length > LARGE_FOLDER ? IN_LARGE_FOLDER + step : step + BESIDE);
}

/** Returns the path of a file's tests without its ending */
function mirrorOf(file: string): string {
  return file.replace(/^lib\//, "test/").replace(/\.\w+$/, "");
}

/** Counts the folders that two paths share */
function shared(one: string, other: string): number {
  const folders = other.split("/");
  const different = one.split("/").findIndex((folder, depth) => folder !== folders[depth]);
  return different === -1 ? folders.length : different;
}

function drivenBy(file: string): readonly string[] {
  const folders = Object.keys(DRIVEN_BY).filter((folder) => isBelow(file, folder));
  const longest = folders.toSorted((one, other) => other.length - one.length)[0];
  return longest === undefined ? [] : (DRIVEN_BY[longest] ?? []);
}

function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
