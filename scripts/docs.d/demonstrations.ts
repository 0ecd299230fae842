/**
 * The runs that show what the article gets wrong: recipes in docs/errata, one an entry, and what they printed.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { SYSTEM_PATH } from "../../lib/hosts/programs.ts";
import { loadRecipe } from "../../lib/recipe/load.ts";
import type { Erratum } from "./errata.ts";

const PROJECT = join(import.meta.dir, "../..");
const FOLDER = "docs/errata";

/** Where such a run is possible */
type Where = "sandbox" | "root's sandbox" | "docker";

/** Which Docker it is true of: of the article's, as the sandbox's is, or of today's as well */
type Engines = "then" | "then and now";

/** A recipe that shows an entry */
export interface Demonstration {
  /** From the project's folder on */
  readonly file: string;
  /** What it shows */
  readonly title: string;
  readonly on: Where;
  readonly engines: Engines;
  /** What is to be said of that */
  readonly note: string;
}

const EVERYWHERE = { on: "sandbox", engines: "then and now", note: "It is so on Docker 20.10, too." } as const;

/** Those that are not shown everywhere, by the first statement that they are about */
const NOT_EVERYWHERE: Readonly<Record<number, Pick<Demonstration, "on" | "engines" | "note">>> = {
  2: {
    on: "sandbox",
    engines: "then",
    note: "Docker 20.10 has another list, and takes the first of that which is free.",
  },
  49: {
    on: "sandbox",
    engines: "then",
    note: "Docker 20.10 adds the same rule. There the policy is DROP in any case, if it was Docker that switched forwarding on.",
  },
  65: {
    on: "docker",
    engines: "then and now",
    note: "This is a real engine, Docker 20.10. On the sandbox the first one is 49153, as Docker 1.1 has it in its source: see the recipe `publish-ports`.",
  },
  87: {
    on: "root's sandbox",
    engines: "then and now",
    note: "It takes a second user, whom only root's sandbox has.",
  },
};

/** Finds the recipe that shows an entry */
export async function demonstrationOf({ claims: [claim = 0] }: Erratum): Promise<Demonstration> {
  const name = readdirSync(join(PROJECT, FOLDER)).find((file) => file.startsWith(`${claim}-`) && file.endsWith(".ts"));
  if (name === undefined) throw new Error(`${FOLDER} has no recipe that shows what is wrong with statement ${claim}`);
  const file = join(FOLDER, name);
  const { recipe } = await loadRecipe(join(PROJECT, file));
  return { file, title: recipe.summary, ...(NOT_EVERYWHERE[claim] ?? EVERYWHERE) };
}

/** What wirework is told to run it, in that folder of the project */
export function argumentsOf({ file, on }: Pick<Demonstration, "file" | "on">, project: string): readonly string[] {
  return ["run", join(project, file), ...(on === "docker" ? ["--on", "docker"] : [])];
}

/** Whether it can be run here */
export function isPossible({ on }: Demonstration): boolean {
  if (on === "sandbox") return true;
  return process.geteuid?.() === 0 && (on !== "docker" || Bun.which("dockerd", { PATH: SYSTEM_PATH }) !== null);
}

/** Where what it printed is written down */
export function recordingPath({ file }: Demonstration): string {
  return join(PROJECT, FOLDER, "prints", `${basename(file, ".ts")}.txt`);
}

/** What it printed; nothing before it is recorded for the first time */
export function recordingOf(demonstration: Demonstration): string {
  const path = recordingPath(demonstration);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
