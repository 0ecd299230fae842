import { describe, expect, test } from "bun:test";

import { ADJECTIVES, SURNAMES } from "../../../lib/builtins/docker/name-parts.ts";
import { newContainerName } from "../../../lib/builtins/docker/names.ts";

const PAIRS = ADJECTIVES.flatMap((adjective) => SURNAMES.map((surname) => `${adjective}_${surname}`));

describe("the parts of names", () => {
  test.each([
    ["adjectives", ADJECTIVES],
    ["surnames", SURNAMES],
  ])("are 60 %s or more, each once, of small letters", (_, words) => {
    expect(words.length).toBeGreaterThanOrEqual(60);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
  });

  test("can make the article's stupefied_pare", () => {
    expect(PAIRS).toContain("stupefied_pare");
  });
});

describe("newContainerName()", () => {
  test("gives an adjective and a surname", () => {
    expect(PAIRS).toContain(newContainerName(new Set()));
  });

  test("gives the only one that is left, or one with a number", () => {
    const taken = new Set(PAIRS);
    expect(newContainerName(taken)).toMatch(/^[a-z]+_[a-z]+\d+$/);
  });

  test("gives a longer number where all with a digit are taken", () => {
    const digits = Array.from({ length: 10 }, (_, digit) => digit);
    const taken = new Set(PAIRS.flatMap((pair) => [pair, ...digits.map((digit) => `${pair}${digit}`)]));
    expect(newContainerName(taken)).toMatch(/^[a-z]+_[a-z]+10$/);
  });

  test("never gives a name twice, and never boring_wozniak", () => {
    const taken = new Set<string>();
    for (let count = 0; count < 10_000; count++) {
      const name = newContainerName(taken);
      expect(taken.has(name)).toBe(false);
      taken.add(name);
    }
    expect([...taken].filter((name) => name.startsWith("boring_wozniak"))).toEqual([]);
  });
});
