/**
 * What a recipe is going to do, with these values: its lines, and what each changes.
 *
 * @module
 */
import type { Line } from "../../shell/template/line.ts";
import { type PlannedPart, plansOf } from "../../shell/plans.ts";
import { dryPerformer } from "./dry-performer.ts";
import { SILENT } from "./observer.ts";
import type { Recipe } from "../recipe.ts";
import { rehearse } from "./rehearse.ts";

/** A line that is going to run, and what it changes; nothing where it only looks */
export interface PlannedLine {
  readonly line: Line;
  readonly parts: readonly PlannedPart[];
}

/**
 * Plans a recipe for a host where all must be taken back. What commands will print stands as in the article.
 *
 * @throws {CannotUndo} when it has a line that can't be taken back, and whatever the recipe throws
 */
export async function planRecipe(
  recipe: Recipe,
  values: Readonly<Record<string, unknown>>,
): Promise<readonly PlannedLine[]> {
  const planned: PlannedLine[] = [];
  await rehearse(recipe, values, {
    performer: dryPerformer,
    observer: SILENT,
    undoing: {
      async before(line) {
        planned.push({ line, parts: plansOf(line, "refused") });
        return { line, after: async () => {} };
      },
    },
  });
  return planned;
}
