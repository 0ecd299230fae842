/**
 * Times all recipes, one after another.
 *
 * @module
 */
import { spread } from "./compare.ts";
import { commandTime, documentOf } from "./run-document.ts";

/** A recipe's times, in milliseconds */
export interface RecipeTime {
  readonly recipe: string;
  /** The time from start to end, with its sandbox */
  readonly whole: number;
  /** Its commands' share; the rest is the sandbox, the checks, and waits for absent answers */
  readonly commands: number;
}

/** Runs each recipe so many times, in rounds; returns medians */
export function timeRecipes(wirework: string, recipes: readonly string[], rounds: number): readonly RecipeTime[] {
  const samples = new Map(recipes.map((recipe) => [recipe, [] as Omit<RecipeTime, "recipe">[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [recipe, taken] of samples) {
      const began = performance.now();
      const commands = commandTime(documentOf(wirework, recipe));
      taken.push({ whole: performance.now() - began, commands });
    }
  return [...samples].map(([recipe, taken]) => ({
    recipe,
    whole: spread(taken.map(({ whole }) => whole)).median,
    commands: spread(taken.map(({ commands }) => commands)).median,
  }));
}

/** Sums the times of all recipes */
export function together(times: readonly RecipeTime[]): RecipeTime {
  const sum = (part: "whole" | "commands") => times.reduce((total, time) => total + time[part], 0);
  return { recipe: `all ${times.length}, one after another`, whole: sum("whole"), commands: sum("commands") };
}
