/**
 * What `scripts/bench star` says of what it has found.
 */
import { describe, expect, test } from "bun:test";
import { cpus, release } from "node:os";

import { spread } from "../../../scripts/bench.d/compare.ts";
import { benchDocument } from "../../../scripts/bench.d/star/document.ts";
import { benchHeading, starLines } from "../../../scripts/bench.d/star/table.ts";
import { FOUND } from "./found.ts";

const document = benchDocument(3, FOUND);
const [large, failed] = document.stars;
const byName = new Map(large?.measured.map((star) => [star.contender, star]));

describe("a spread", () => {
  test.each([
    [[5], { low: 5, median: 5, high: 5 }],
    [[3, 1, 2], { low: 2, median: 2, high: 3 }],
    [[3, 1], { low: 1, median: 2, high: 3 }],
    [[9, 1, 5, 3, 7], { low: 3, median: 5, high: 7 }],
    [[1, 2, 3, 4, 1000], { low: 2, median: 3, high: 4 }],
  ])("of %j is the median, and the middle half around it", (sample, expected) => {
    expect(spread(sample)).toEqual(expected);
  });
});

describe("the document", () => {
  test("says on what it was measured, and survives JSON", () => {
    expect(document).toMatchObject({ schema: 1, rounds: 3, cores: cpus().length, kernel: release() });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  test("has each part's times", () => {
    expect(byName.get("slow")?.times.up).toEqual({ low: 1000, median: 1000, high: 2400 });
    expect(byName.get("slow")?.times.upAndDown.median).toBe(1010);
  });

  test("compares neighbours, not medians: a round that was slow for all counts for nobody", () => {
    expect(byName.get("slow")?.ratios["floor"]?.up).toEqual({ low: 10, median: 10, high: 20 });
  });

  test("compares with the first of the table, and with wirework", () => {
    expect(large?.comparedWith).toEqual(["floor", "wirework"]);
    expect(byName.get("slow")?.ratios["wirework"]?.up.median).toBeCloseTo(1000 / 120);
    expect(byName.get("floor")?.ratios["floor"]?.up).toEqual({ low: 1, median: 1, high: 1 });
  });

  test("has the recipe beside them, and its ratio to the first", () => {
    expect(large?.recipe?.up.median).toBe(720);
    expect(large?.recipe?.down.median).toBe(50);
    expect(large?.recipe?.ratio?.median).toBe(6);
    expect(failed).toMatchObject({ recipe: null, recipeFailed: "failed: no veth" });
  });

  test("has who was left out, and why", () => {
    expect(large?.leftOut).toEqual([
      { contender: "absent", why: "not installed: x", try: "sudo apt-get install x", failed: false },
    ]);
    expect(failed).toMatchObject({ count: 1000, comparedWith: [], measured: [], leftOut: [{ failed: true }] });
  });
});

describe("the table", () => {
  const lines = [...benchHeading(document), ...starLines(document)];
  const row = (name: string) => lines.find((line) => line.startsWith(`${name} `))?.split(/ {2,}/);

  test("has a row for each contender, under its titles", () => {
    expect(row("slow")).toEqual(
      ["slow", "1.0 ms ±0%", "1000 ms ±70%", "10", "2.0 ms ±0%", "1.0", "10 ms ±0%", "1.0", "9.2"].concat([
        "2.0 MB",
        "200 kB each",
        "3",
        "17",
      ]),
    );
  });

  test("has its columns in line", () => {
    const start = lines.findIndex((line) => line === "A star of 200");
    const widths = lines.slice(start + 1, start + 5).map((line) => line.length);
    expect(new Set(widths).size).toBe(1);
  });

  test("says how much longer than wirework others take", () => {
    expect(lines).toContain("slow takes 7.8 times as long as wirework (up and down), 1.0 times (attach)");
  });

  test("says what the recipe takes, as it is typed, or why it took nothing", () => {
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^wirework up star --count 200 takes 720 ms ±13%, 6\.0 times floor's up; wirework down 50 ms/,
      ),
    );
    expect(lines).toContain("wirework up star --count 1000 failed: no veth");
  });

  test("says who was left out, and what installs it", () => {
    expect(lines).toContain("not measured: absent: not installed: x; try: sudo apt-get install x");
    expect(lines).toContain("not measured: floor: failed: no veth");
  });

  test("has no figure that is none", () => {
    expect(lines.join("\n")).not.toMatch(/NaN|Infinity|undefined/);
  });
});
