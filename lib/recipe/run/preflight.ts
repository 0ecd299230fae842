import type { LiveHost } from "./live-host.ts";
import type { Recipe } from "../recipe.ts";
import { Obstacle } from "./obstacle.ts";

/**
 * Asks the host that is up what only it knows: the values of options that nobody typed, and whether the recipe can run
 * with all of them here.
 *
 * @param typed the names of the options that were typed
 * @returns the values to run with
 * @throws {Obstacle} before anything is touched, when it can't
 */
export async function preflight(
  name: string,
  recipe: Recipe,
  values: Readonly<Record<string, unknown>>,
  typed: ReadonlySet<string>,
  host: LiveHost,
): Promise<Readonly<Record<string, unknown>>> {
  const all = await liveValues(recipe, values, typed, host);
  const [objection] = [...recipe.objections(all), ...(await recipe.liveObjections(all, host))];
  if (objection !== undefined)
    throw new Obstacle(`Cannot run ${name} here: ${objection}`, null, `wirework show ${name}`);
  return all;
}

/**
 * The values of options, with those that the host has where nobody typed any.
 *
 * @param typed the names of the options that were typed
 */
export async function liveValues(
  recipe: Recipe,
  values: Readonly<Record<string, unknown>>,
  typed: ReadonlySet<string>,
  host: LiveHost,
): Promise<Readonly<Record<string, unknown>>> {
  const live = Object.entries(recipe.options).filter(([option, { live: ask }]) => ask !== null && !typed.has(option));
  const found = await Promise.all(
    live.map(async ([option, { live: ask, default: fallback }]) => [option, (await ask?.(host, values)) ?? fallback]),
  );
  return { ...values, ...Object.fromEntries(found) };
}
