/**
 * Runs that demonstrate the article's errors: recipes in docs/errata, one per entry, and their recorded
 * output.
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

/** The host that such a run needs */
type Where = "sandbox" | "root's sandbox" | "docker";

/** The Docker for which it holds: the article's, which the sandbox follows, or today's as well */
type Engines = "then" | "then and now";

/** A recipe that demonstrates an entry */
export interface Demonstration {
  /** The path from the project's folder */
  readonly file: string;
  /** The subject */
  readonly title: string;
  readonly on: Where;
  readonly engines: Engines;
  /** A remark */
  readonly note: string;
}

const EVERYWHERE = { on: "sandbox", engines: "then and now", note: "Docker 20.10 does the same." } as const;

/** Entries with limits, by the first statement that they are about */
const NOT_EVERYWHERE: Readonly<Record<number, Pick<Demonstration, "on" | "engines" | "note">>> = {
  2: {
    on: "sandbox",
    engines: "then",
    note: "Docker 20.10 has another list, and takes its first free entry.",
  },
  49: {
    on: "sandbox",
    engines: "then",
    note: "Docker 20.10 adds the same rule. There the policy is DROP in any case, if it was Docker that turned forwarding on.",
  },
  65: {
    on: "docker",
    engines: "then and now",
    note: "This is a real engine, Docker 20.10. On the sandbox the first one is 49153, as Docker 1.1 has it in its source: see the recipe `publish-ports`.",
  },
  87: {
    on: "root's sandbox",
    engines: "then and now",
    note: "This needs a second user, which only root's sandbox has.",
  },
};

/** Finds the recipe of an entry */
export async function demonstrationOf({ claims: [claim = 0] }: Erratum): Promise<Demonstration> {
  const name = readdirSync(join(PROJECT, FOLDER)).find((file) => file.startsWith(`${claim}-`) && file.endsWith(".ts"));
  if (name === undefined) throw new Error(`${FOLDER} has no recipe that shows what is wrong with statement ${claim}`);
  const file = join(FOLDER, name);
  const { recipe } = await loadRecipe(join(PROJECT, file));
  return { file, title: recipe.summary, ...(NOT_EVERYWHERE[claim] ?? EVERYWHERE) };
}

/** Returns wirework's arguments for running it, in that folder of the project */
export function argumentsOf({ file, on }: Pick<Demonstration, "file" | "on">, project: string): readonly string[] {
  return ["run", join(project, file), ...(on === "docker" ? ["--on", "docker"] : [])];
}

/** Reports whether it can run here */
export function isPossible({ on }: Demonstration): boolean {
  if (on === "sandbox") return true;
  return process.geteuid?.() === 0 && (on !== "docker" || Bun.which("dockerd", { PATH: SYSTEM_PATH }) !== null);
}

/** Returns the path of its recorded output */
export function recordingPath({ file }: Demonstration): string {
  return join(PROJECT, FOLDER, "prints", `${basename(file, ".ts")}.txt`);
}

/** Returns its recorded output; empty before the first recording */
export function recordingOf(demonstration: Demonstration): string {
  const path = recordingPath(demonstration);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
