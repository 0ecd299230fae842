/**
 * Paths at which a line may create, replace or remove something.
 *
 * @module
 */
import { resolve } from "node:path";

import type { Effect } from "../../../programs/effect.ts";
import type { Look } from "../../../resources/look.ts";
import { CannotUndo } from "../cannot-undo.ts";
import { NONE, type Plan } from "../inversion.ts";
import { textOf, type Typed } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import { DEVICES } from "./discarding-files.ts";
import { followed } from "./followed.ts";
import { isSetting, planOfWrittenSettings } from "./setting.ts";
import { type PathState, restorePath, seePath } from "./path-state.ts";
import { placedAt } from "./placed-at.ts";

/** The state of each path */
type Paths = ReadonlyMap<string, PathState>;

/** Restores the paths: files up to a size, links and empty folders */
export function planOfPaths(all: readonly Effect<"path">[], typed: Typed): Plan {
  const effects = all.filter(({ path }) => !DEVICES.has(path));
  const [first] = effects;
  if (first === undefined) return NONE;
  const paths = effects.map(({ path }) => path);
  if (paths.some(isSetting)) return planOfWrittenSettings(paths, typed);
  const sources = effects.flatMap(({ from }) => (from === null ? [] : [from]));
  return comparing<Paths>({
    argv: typed.argv,
    changes: `${first.how} ${[...sources, ...new Set(paths)].join(" and ")}`,
    see: (look, before) => (before === null ? see(look, typed, effects) : seeAll(look, [...before.keys()])),
    steps: (before, after) =>
      [...before]
        .filter(([, { kind }]) => kind !== "nothing" || first.afterwards !== "gone")
        .flatMap(([path, was]) => restorePath(path, was, after?.get(path) ?? null)),
  });
}

async function see(look: Look, typed: Typed, effects: readonly Effect<"path">[]): Promise<Paths> {
  const paths = await Promise.all(effects.map((effect) => changedBy(look, effect)));
  const deep = effects.flatMap(({ contents, from, path }) => (contents === "along" ? [resolve(from ?? path)] : []));
  const folders = await Promise.all(deep.map((path) => seePath(look, path)));
  if (folders.some(({ kind }) => kind === "folder"))
    throw new CannotUndo(textOf(typed), "it is about a folder, and what is in that is not kept");
  const states = await seeAll(look, paths);
  for (const [path, state] of states)
    if (state.kind === "other") throw new CannotUndo(textOf(typed), `${path} is ${state.what}, which is not kept`);
  return states;
}

/** Returns the path that an effect changes: a removal takes a link itself, a write follows it */
async function changedBy(look: Look, effect: Effect<"path">): Promise<string> {
  const path = await placedAt(look, effect);
  return effect.afterwards === "gone" ? path : followed(look, path);
}

async function seeAll(look: Look, paths: readonly string[]): Promise<Paths> {
  return new Map(await Promise.all(paths.map(async (path) => [path, await seePath(look, path)] as const)));
}
