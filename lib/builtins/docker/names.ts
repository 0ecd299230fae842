import type { ContainerName } from "../../values/name/container-name.ts";
import { parseContainerName } from "../../values/name/container-name.ts";
import { randomBelow } from "../../values/random.ts";
import { ADJECTIVES, SURNAMES } from "./name-parts.ts";

/** Docker's generator appends a digit when a plain name is taken */
const DIGITS = 10;
const TRIES = 6;

/** Docker's one exception: "Steve Wozniak is not boring" (moby, `pkg/namesgenerator/names-generator.go`). */
const NEVER = "boring_wozniak";

/**
 * Generates a container's name: an adjective and a scientist's surname, such as `stupefied_pare`, with a
 * digit if that is taken, and a longer number if that is taken as well.
 *
 * @example
 * ```ts
 * import { newContainerName } from "./names.ts";
 * import { expect } from "bun:test";
 *
 * expect(newContainerName(new Set())).toMatch(/^[a-z]+_[a-z]+$/);
 * ```
 */
export function newContainerName(taken: ReadonlySet<string>): ContainerName {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const name = attempt === 0 ? pair() : `${pair()}${randomBelow(DIGITS)}`;
    if (!taken.has(name)) return parseContainerName(name);
  }
  const name = pair();
  let number = DIGITS;
  while (taken.has(`${name}${number}`)) number++;
  return parseContainerName(`${name}${number}`);
}

function pair(): string {
  const name = `${oneOf(ADJECTIVES)}_${oneOf(SURNAMES)}`;
  return name === NEVER ? pair() : name;
}

function oneOf(words: readonly string[]): string {
  const word = words[randomBelow(words.length)];
  if (word === undefined) throw new RangeError("Cannot pick a word: the list is empty");
  return word;
}
