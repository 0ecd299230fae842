/**
 * What the program says is worded once in its source, and once in the tests: a rewording costs two edits.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import { fencedInComments } from "./support/examples.ts";
import { homeOf, type Mentioned, mentions } from "./support/wording/mentions.ts";
import { type Text, textsOf } from "./support/wording/texts.ts";

function readTexts(of: "ours" | "tests", ...patterns: readonly string[]): readonly Text[] {
  const files = patterns.flatMap((pattern) => [...new Bun.Glob(pattern).scanSync(`${import.meta.dir}/..`)]);
  return files.toSorted().flatMap((file) => textsOf(file, readFileSync(`${import.meta.dir}/../${file}`, "utf8"), of));
}

/** Examples in comments are run as tests, too */
function readExamples(pattern: string): readonly Text[] {
  return [...new Bun.Glob(pattern).scanSync(`${import.meta.dir}/..`)].toSorted().flatMap((file) => {
    const examples = fencedInComments(readFileSync(`${import.meta.dir}/../${file}`, "utf8"), file);
    return examples.flatMap(({ code, place }) =>
      textsOf(file, code, "tests").map((text) => ({ ...text, file: place })),
    );
  });
}

/** What is wrong, and the way out */
function complaintOf({ text, places }: Mentioned): string {
  const where = places.map(({ file, line }) => `    ${file}:${line}`).join("\n");
  const words = text.parts.join("…");
  return `${text.file}:${text.line} says "${words}", and so do\n${where}\n  Keep it in ${homeOf(text.file)}, or where it is asserted best; elsewhere assert the kind of the error and its values (test/README.md)`;
}

test("no text of ours stands in tests more than once", () => {
  const found = mentions(readTexts("ours", "lib/**/*.ts", "recipes/*.ts"), [
    ...readTexts("tests", "test/**/*.ts"),
    ...readExamples("lib/**/*.ts"),
  ]);
  expect(found.length).toBeGreaterThan(300);
  expect(found.filter(({ places }) => places.length > 1).map(complaintOf)).toEqual([]);
});

describe("a text is found", () => {
  const ours = (source: string) => textsOf("lib/labs/gc.ts", source, "ours");
  const tests = (source: string) => textsOf("test/cli/gc.test.ts", source, "tests");
  const SOURCE = "throw new LabError(`Cannot remove the lab ${name}: it is still in use by ${user}`);";

  test.each([
    ["as it is", "expect(message).toBe('Cannot remove the lab web: it is still in use by root');"],
    ["in a template", "expect(message).toBe(`Cannot remove the lab ${web}: it is still in use by ${root}`);"],
    ["in a pattern", "expect(message).toMatch(/^Cannot remove the lab \\S+: it is still in use by root\\.$/);"],
    ["in most of its words", 'expect(message).toContain("the lab web: it is still in use by");'],
    [
      "among others",
      "expect(text).toBe('wirework: Cannot remove the lab web: it is still in use by root\\n  try: x');",
    ],
    ["in a table", "const ROWS = [['web', 'Cannot remove the lab web: it is still in use by root']];"],
  ])("%s", (_, source) => {
    expect(mentions(ours(SOURCE), tests(source))).toMatchObject([
      { places: [{ file: "test/cli/gc.test.ts", line: 1 }] },
    ]);
  });

  test("in each place", () => {
    const place = '"Cannot remove the lab web: it is still in use by root"';
    const [found] = mentions(ours(SOURCE), tests(`const A = ${place};\n\nconst B = ${place};`));
    expect(found?.places.map(({ line }) => line)).toEqual([1, 3]);
  });

  test.each([
    ["of its values", 'expect(message).toMatch(/"web".* root/);'],
    ["of other words", 'expect(message).toBe("Cannot take down the lab web: nobody has it");'],
    ["in the name of a test", 'test("Cannot remove the lab web: it is still in use by root", () => {});'],
  ])("but not %s", (_, source) => {
    expect(mentions(ours(SOURCE), tests(source))).toEqual([]);
  });

  test.each([
    ["a command", "const line = `sudo ip link set ${name} up and netns ${pid}`;"],
    ["a command in backticks", "await $`sudo ip link set A up and netns 1`;"],
    ["what the kernel says", 'const SAYS = "operation not permitted";'],
    ["what a pattern recognises", "const SAYS = /sudo ip link set A up and netns 1|operation not permitted/;"],
    [
      "what a program is to print",
      'await check(1).refuses($`ip link`, "RTNETLINK answers: operation not permitted here");',
    ],
  ])("but not as ours when it is %s", (_, source) => {
    const all =
      'const TOLD = ["sudo ip link set A up and netns 1", "RTNETLINK answers: operation not permitted here"];';
    expect(mentions(ours(source), tests(all))).toEqual([]);
  });

  test("of two that are alike, by its own test", () => {
    const text = 'const REASON = "it has to be a whole number of bytes";';
    const both = [...textsOf("lib/values/mtu.ts", text, "ours"), ...textsOf("lib/values/size.ts", text, "ours")];
    expect(mentions(both, textsOf("test/values/mtu.test.ts", text, "tests"))).toMatchObject([
      { text: { file: "lib/values/mtu.ts" } },
    ]);
  });
});
