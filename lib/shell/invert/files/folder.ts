import { dirname, resolve } from "node:path";

import type { Effect } from "../../../programs/effect.ts";
import { ON_HOST } from "../../../resources/entering.ts";
import type { Look } from "../../../resources/look.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";

/** Inodes of all levels that the line may make, the deepest first; `null` for a missing one */
type Levels = ReadonlyMap<string, number | null>;

/** Equivalent to: `rmdir` of each new folder that is still empty, the deepest first */
export function planOfFolders(effects: readonly Effect<"folder">[], typed: Typed): Plan {
  return comparing<Levels>({
    argv: typed.argv,
    changes: `makes the folder ${effects.map(({ path }) => path).join(" and ")}`,
    see: async (look) =>
      see(
        look,
        effects.flatMap(({ path, levels }) => (levels === "all" ? upwards(resolve(path)) : [resolve(path)])),
      ),
    steps,
  });
}

function upwards(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [] : [path, ...upwards(parent)];
}

function see(look: Look, paths: readonly string[]): Levels {
  const deepestFirst = paths.toSorted((one, other) => other.split("/").length - one.split("/").length);
  return new Map(deepestFirst.map((path) => [path, look.inode(path)]));
}

function steps(before: Levels, after: Levels | null): readonly InverseStep[] {
  return [...before].flatMap(([path, was]) => {
    const inode = after?.get(path) ?? null;
    if (was !== null || (after !== null && inode === null)) return [];
    return [step(ON_HOST, ["rmdir", path], { kind: "folder", path, inode, change: "made" })];
  });
}
