import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import { differences } from "../../lib/eras/era-differences.ts";
import { ERAS, eraOf, erasUntil } from "../../lib/eras/era.ts";
import { beganIn, practiceOf } from "../../lib/eras/topic.ts";
import { TOPICS } from "../../lib/eras/topics.ts";

describe("an engine is compared as the newest that is not newer", () => {
  test.each([
    ["1.1", "1.1"],
    ["1.1.2", "1.1"],
    ["1.9.1", "1.1"],
    ["1.13.1", "1.1"],
    ["17.06.2-ce", "1.1"],
    ["20.9.9", "1.1"],
    ["20.10.0", "20.10"],
    ["20.10.24+dfsg1", "20.10"],
    ["v20.10.5", "20.10"],
    ["27.5.1", "20.10"],
    ["28.0.0-rc.1", "28"],
    ["28.1.1", "28"],
    ["28.5.2~ubuntu", "28"],
    ["29.0.0", "29"],
    ["30.2", "29"],
  ])("%s: %s", (version, era) => {
    expect(eraOf(version)).toBe(era as (typeof ERAS)[number]); // a test's own table
  });

  test.each(["", "dev", "library-import", "1.0.1", "0.9.1", "28", "28.1.1.1.1", "v", "29.0.0 extra", "-1.2"])(
    "and %p as none",
    (version) => {
      expect(eraOf(version)).toBeNull();
    },
  );
});

test("an era goes on where none of the later says otherwise", () => {
  const topic = { topic: "a", claims: [1], article: "b", engines: { "1.1": null, "28": "c" }, sources: ["d"] } as const;
  expect(ERAS.map((era) => practiceOf(topic, era))).toEqual([null, null, "c", "c"]);
  expect(ERAS.map((era) => beganIn(topic, era))).toEqual(["1.1", "1.1", "28", "28"]);
  expect(erasUntil("28")).toEqual(["28", "20.10", "1.1"]);
});

describe("the differences of an era", () => {
  test("are those that concern the statements, in the table's order, whatever order these are in", () => {
    expect(differences("20.10", [65, 57, 57]).map(({ topic }) => topic)).toEqual([
      "Rules of a link",
      "Host ports of -P",
    ]);
  });

  test("are none where the engine does what the article says", () => {
    expect(differences("1.1", [57])).toEqual([]);
    expect(differences("28", [60]).map(({ topic }) => topic)).toEqual(["FORWARD's policy"]);
  });

  test("are none where no statement was checked, or another one", () => {
    expect(differences("29", [])).toEqual([]);
    expect(differences("29", [122, 123])).toEqual([]);
  });

  test("hold what the article says, and what is so", () => {
    expect(differences("29", [62])).toEqual([
      {
        topic: "Rule of the masquerade",
        article: "-s 172.17.0.0/16 ! -d 172.17.0.0/16",
        now: "-s 172.17.0.0/16 ! -o docker0",
      },
    ]);
  });
});

describe("of the table,", () => {
  const statements = readFileSync(`${import.meta.dir}/../article-claims.md`, "utf8").matchAll(/^\| +(\d+) +\|/gm);
  const numbers = new Set([...statements].map(([, number]) => Number(number)));

  test.each(TOPICS.map((topic) => [topic.topic, topic] as const))(
    "%s is about statements that there are",
    (_, topic) => {
      expect(topic.claims).not.toBeEmpty();
      expect(topic.claims.filter((claim) => !numbers.has(claim))).toEqual([]);
    },
  );

  test.each(TOPICS.map((topic) => [topic.topic, topic] as const))("%s has sources, and a difference", (_, topic) => {
    expect(topic.sources).not.toBeEmpty();
    expect(ERAS.filter((era) => practiceOf(topic, era) !== null)).not.toBeEmpty();
  });

  test.each(TOPICS.map((topic) => [topic.topic, topic] as const))("%s says nothing twice", (_, topic) => {
    const cells = ERAS.map((era) => topic.engines[era]).filter((cell) => cell !== undefined);
    expect(cells.some((cell, at) => at > 0 && cell === cells[at - 1])).toBe(false);
    expect(cells).not.toContain(topic.article);
  });

  test("no topic is there twice", () => {
    expect(new Set(TOPICS.map(({ topic }) => topic)).size).toBe(TOPICS.length);
  });
});
