import type { LiveHost } from "./live-host.ts";
import type { Recipe } from "../recipe.ts";
import { Obstacle } from "./obstacle.ts";

/**
 * Reads the defaults of untyped options from the running host, and checks that the recipe can run there.
 *
 * @param typed the names of the options that were typed
 * @returns the values to run with
 * @throws {Obstacle} when it can't; nothing was touched then
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
 * Returns all option values, with the host's defaults for those that were not typed.
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
