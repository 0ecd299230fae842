/**
 * Finds the users of each file: by an import, or by a path in their text, such as that of a script that they
 * start.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

import { EXAMPLES } from "./driven-by.ts";

/** A path in quotes, or after the folder at the start of a template */
const PATH = /["'`/}]((?:\.{0,2}[\w-]*\/)*[\w.-]+\.(?:ts|sh))["'`]/g;

/** The users of a file, by its path */
export type Users = ReadonlyMap<string, ReadonlySet<string>>;

/** Finds the users of all files of the project */
export function usersInProject(project: string): Users {
  const files = globSync("{lib,test,recipes}/**/*.{ts,sh}", { cwd: project });
  const known = new Set(files);
  const users = new Map<string, Set<string>>();
  for (const file of files) {
    const text = readFileSync(join(project, file), "utf8");
    const uses = (used: string, user: string) => users.set(used, (users.get(used) ?? new Set()).add(user));
    for (const used of usedBy(file, text, known)) uses(used, file);
    if (text.includes(EXAMPLES.tag)) uses(file, EXAMPLES.test);
  }
  return users;
}

/** Lists the files that a text names, relative to its own folder or to the project's */
function usedBy(file: string, text: string, known: ReadonlySet<string>): readonly string[] {
  const named = [...text.matchAll(PATH)].map(([, path = ""]) => path);
  return named.flatMap((path) =>
    [join(dirname(file), path), normalize(path.replace(/^\//, ""))].filter((at) => known.has(at)),
  );
}

/** Counts the steps from a file to each of its users, up to a limit */
export function stepsToUsers(file: string, users: Users, most: number): ReadonlyMap<string, number> {
  const steps = new Map([[file, 0]]);
  let reached = [file];
  for (let step = 1; step <= most; step++) {
    reached = reached.flatMap((used) => [...(users.get(used) ?? [])]).filter((user) => !steps.has(user));
    for (const user of reached) steps.set(user, step);
  }
  return steps;
}
