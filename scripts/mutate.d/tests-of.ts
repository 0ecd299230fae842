/**
 * Chooses the tests for a file of `lib/`, the nearest first.
 */
import { globSync } from "node:fs";

import { DRIVEN_BY } from "./driven-by.ts";
import { stepsToUsers, type Users } from "./imports.ts";

/** A longer way from a test to a file says little of what the test is about */
const MOST_STEPS = 4;
/** What a fault survives must come to an end */
const MOST_FILES = 24;
/** After the tests that import it; of a folder about many things, after those that import what imports it, too */
const IN_MIRRORED_FOLDER = 1.5;
const IN_LARGE_FOLDER = 2.6;
const LARGE = 12;
/** Before tests which are as many imports away */
const DRIVEN_FROM_OUTSIDE = 2.5;
/** These put faults into the project, too */
const OWN = "test/scripts/mutate";

/** Lists the project's test files */
export function testFiles(project: string): readonly string[] {
  return globSync("test/**/*.test.ts", { cwd: project }).toSorted();
}

/** Chooses the test files that a fault in a file should fail */
export function testsOf(file: string, tests: readonly string[], users: Users): readonly string[] {
  const mirrored = file.replace(/^lib\//, "test/").replace(/\.\w+$/, "");
  const folder = mirrored.slice(0, mirrored.lastIndexOf("/") + 1);
  const steps = stepsToUsers(file, users, MOST_STEPS);
  const driven = drivenBy(file);
  const isBeside = (test: string) => test.startsWith(folder) && !test.slice(folder.length).includes("/");
  const besides = tests.filter(isBeside).length > LARGE ? IN_LARGE_FOLDER : IN_MIRRORED_FOLDER;
  const distances = tests.flatMap((test) => {
    const known = [
      ...(test === `${mirrored}.test.ts` ? [0] : []),
      ...(isBeside(test) ? [besides] : []),
      ...(test.startsWith(`${mirrored}/`) ? [IN_MIRRORED_FOLDER] : []),
      ...driven.flatMap((prefix, place) => (isBelow(test, prefix) ? [DRIVEN_FROM_OUTSIDE + place / 10] : [])),
      ...(steps.has(test) ? [steps.get(test) ?? 0] : []),
    ];
    return known.length === 0 || test.startsWith(OWN) ? [] : [{ test, distance: Math.min(...known) }];
  });
  return distances
    .toSorted(
      (one, other) => one.distance - other.distance || shared(other.test, mirrored) - shared(one.test, mirrored),
    )
    .slice(0, MOST_FILES)
    .map(({ test }) => test);
}

/** Counts the folders that two paths have in common */
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
