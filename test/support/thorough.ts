/** Limits how thoroughly recipes are tried: each of them at every command and in every way would take hours. */
import { recipeNames } from "../../lib/recipe/load.ts";

/** Tried at every command, in every way: together they have each kind of command */
export const THOROUGH: readonly string[] = ["link-icc-false", "custom-bridge", "net-none-manual", "point-to-point"];

/** All recipes, the longest first, so that the others run beside them */
export const LONGEST_FIRST: readonly string[] = [
  ...THOROUGH,
  ...recipeNames().filter((name) => !THOROUGH.includes(name)),
];

/** The step between tried commands of any other recipe; each is tried in one way, and the ways take turns */
const EVERY = 7;

/** The first of them is among the first so many: some recipes have no more */
const FIRST = 4;

/**
 * Returns the ways in which a command is tried, by its number from 1: always the same for a recipe, and
 * different for its neighbours. A recipe of four commands or more is tried at least once.
 */
export function waysAt<Way>(recipe: string, ways: readonly Way[]): (command: number) => readonly Way[] {
  if (THOROUGH.includes(recipe)) return () => ways;
  const place = recipeNames().indexOf(recipe);
  const way = (command: number) => (Math.floor(command / EVERY) + place) % ways.length;
  return (command) => (command % EVERY === 1 + (place % FIRST) ? ways.slice(way(command), way(command) + 1) : []);
}
