/**
 * How thoroughly recipes are tried, where each of them at every command and in every way would take hours.
 */
import { recipeNames } from "../../lib/recipe/load.ts";

/** Tried at every command, in every way: among them they have each kind of command that a recipe types */
export const THOROUGH: readonly string[] = ["link-icc-false", "custom-bridge", "net-none-manual", "point-to-point"];

/** All recipes; those that take longest first, so that the others run beside them */
export const LONGEST_FIRST: readonly string[] = [
  ...THOROUGH,
  ...recipeNames().filter((name) => !THOROUGH.includes(name)),
];

/** Of any other recipe one command in so many is tried, in one way; the ways take turns */
const EVERY = 7;

/** The first one of them is among its first so many: some recipes have no more */
const FIRST = 4;

/**
 * In which ways a command is tried, by its number from 1 on: always the same for a recipe, and other ones for its neighbours.
 * A recipe of four commands or more is tried at least once.
 */
export function waysAt<Way>(recipe: string, ways: readonly Way[]): (command: number) => readonly Way[] {
  if (THOROUGH.includes(recipe)) return () => ways;
  const place = recipeNames().indexOf(recipe);
  const way = (command: number) => (Math.floor(command / EVERY) + place) % ways.length;
  return (command) => (command % EVERY === 1 + (place % FIRST) ? ways.slice(way(command), way(command) + 1) : []);
}
