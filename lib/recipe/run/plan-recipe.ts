/**
 * Plans the lines of a recipe with given values, and what each changes.
 *
 * @module
 */
import type { Line } from "../../shell/template/session-line.ts";
import { type PlannedPart, plansOf } from "../../shell/plans.ts";
import { dryPerformer } from "./dry-performer.ts";
import { SILENT } from "./observer.ts";
import type { Recipe } from "../recipe.ts";
import { rehearse } from "./rehearse.ts";

/** A planned line and its undo steps; none when it only looks */
export interface PlannedLine {
  readonly line: Line;
  readonly parts: readonly PlannedPart[];
}

/**
 * Plans a recipe for a host where everything must be undone. The article's output stands in for that of
 * commands.
 *
 * @throws {CannotUndo} when it has a line that can't be undone, and whatever the recipe throws
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
