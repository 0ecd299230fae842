/**
 * Recipes whose runner stops at a command.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { readableProject } from "../support/project.ts";
import { emptyFolder } from "../support/recipe-file.ts";
import type { Reached, Stop } from "../support/terminal/stop-at-command.ts";

/** The variable that has a stopping recipe's run made of the very modules that it stops */
export const MODULES = { WIREWORK_BUNDLE: "off" } as const;

/** The recipe itself, in a file that says where its runner stops; its path */
export function stoppingRecipe(recipe: string, stop: Stop): string {
  const project = readableProject();
  const file = join(emptyFolder(), `${recipe}.ts`);
  const lines = [
    `import { stopAt } from "${project}/test/support/terminal/stop-at-command.ts";`,
    `export { default } from "${project}/recipes/${recipe}.ts";`,
    `stopAt(${JSON.stringify(stop)});`,
  ];
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  return file;
}

/** What a runner says when it has stopped; `null` while its output has nothing of it */
export function reachedIn(output: string): Reached | null {
  const [line] = /^\{"namespace":.*\}(?=\r?\n)/m.exec(output) ?? [];
  return line === undefined ? null : (JSON.parse(line) as Reached); // what stopAt() says
}
