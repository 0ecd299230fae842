/** Draws faults by a seed: evenly over all places of all files, however many faults a place can have. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Fault } from "./faults/fault.ts";
import { placesIn } from "./faults/places.ts";

/** Shuffles all places of the files by the seed, and the faults of each place */
export function drawPlaces(project: string, files: readonly string[], seed: number): readonly (readonly Fault[])[] {
  const places = files.flatMap((file) =>
    placesIn(file, readFileSync(join(project, file), "utf8")).map((place, number) => ({
      faults: place.map((change): Fault => ({ file, ...change })),
      name: `${file} ${number}`,
    })),
  );
  return shuffled(places, seed, ({ name }) => name).map(({ faults, name }) =>
    shuffled(faults, seed, ({ kind, text }) => `${name} ${kind} ${text}`),
  );
}

function shuffled<Item>(items: readonly Item[], seed: number, nameOf: (item: Item) => string): readonly Item[] {
  return items
    .map((item) => ({ item, lot: Bun.hash(`${seed} ${nameOf(item)}`) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ item }) => item);
}
