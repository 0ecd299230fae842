/** Single faults: what of a text can be wrong, and what nobody's test would have to find. */
import { describe, expect, test } from "bun:test";

import { changed, diffOf } from "../../scripts/mutate.d/faults/fault.ts";
import { placesIn } from "../../scripts/mutate.d/faults/places.ts";

/** All texts that a text becomes by one fault of a kind */
function faults(kind: string, text: string, file = "lib/a.ts"): readonly string[] {
  const changes = placesIn(file, text).flat();
  return changes.filter((change) => change.kind === kind).map((change) => changed(text, change));
}

describe("a fault in TypeScript", () => {
  test.each<[kind: string, text: string, becomes: readonly string[]]>([
    ["comparison", "x = a === b;", ["x = a !== b;"]],
    ["comparison", "x = (a) < (b);", ["x = (a) >= (b);"]],
    ["boundary", "x = a < b;", ["x = a <= b;"]],
    ["boundary", "x = a >= b;", ["x = a > b;"]],
    ["negation", "if (f()) g();", ["if (!(f())) g();"]],
    ["negation", "x = !f();", ["x = f();"]],
    ["&& and ||", "x = a && b;", ["x = a || b;"]],
    ["condition dropped", "x = a || b;", ["x = a;", "x = b;"]],
    ["default dropped", "x = a ?? b;", ["x = a;"]],
    ["default dropped", "function f(a = 1) {}", ["function f(a) {}"]],
    ["branch removed", "x = f() ? 1 : 2;", ["x = (1);", "x = (2);"]],
    ["branch removed", "if (a) { b(); } else { c(); }", ["if (a) { b(); }"]],
    [
      "case removed",
      "switch (a) { case 1: b(); default: c(); }",
      ["switch (a) {  default: c(); }", "switch (a) { case 1: b();  }"],
    ],
    ["statement dropped", "f(); const a = 1; throw a;", ["; const a = 1; throw a;", "f(); const a = 1; ;"]],
    ["await dropped", "await f();", ["f();"]],
    ["early return", "function f(): void { g(); }", ["function f(): void { return; g(); }"]],
    [
      "early return",
      "async function f(): Promise<void> { g(); }",
      ["async function f(): Promise<void> { return; g(); }"],
    ],
    ["early return", "const f = (): readonly A[] => { g(); };", ["const f = (): readonly A[] => { return []; g(); };"]],
    ["early return", "function f(): A | null { return g(); }", ["function f(): A | null { return null; return g(); }"]],
    ["early return", "function f(): void {}", []],
    ["early return", 'function f(): string { return ""; }', []],
    ["arguments swapped", "f(a, b);", ["f(b, a);"]],
    ["arguments swapped", "f(a, () => b);", []],
    ["other function", "a.some(f);", ["a.every(f);"]],
    ["call dropped", "x = a.filter(f).map(g);", ["x = a.map(g);"]],
    ["string", 'x = "word";', ['x = "wordx";']],
    ["string", "x = `${a}/file`;", ["x = `${a}/filex`;"]],
    ["number", "x = 9;", ["x = 10;"]],
    ["boolean", "x = true;", ["x = false;"]],
    ["element dropped", "x = [1, 2];", ["x = [2];", "x = [1];"]],
    ["property dropped", "x = { a: 1, b };", ["x = { b };", "x = { a: 1 };"]],
    ["arithmetic", "x += a - b;", ["x -= a - b;", "x += a + b;"]],
    ["regular expression", "x = /^a+/;", ["x = /a+/;", "x = /^a*/;"]],
    ["flag dropped", "x = /a/gu;", ["x = /a/u;"]],
  ])("%s: %s", (kind, text, becomes) => {
    expect(faults(kind, text).toSorted()).toEqual([...becomes].toSorted());
  });

  test.each<[what: string, text: string]>([
    ["comments", "// if (a < 1) return;\n/** A word */"],
    ["types", 'type A = "word" | 1; interface B { readonly a: 1 }'],
    ["imports", 'import { a } from "./word.ts"; export * from "./word.ts";'],
    ["prose", 'const x = "Two words", y = `Two ${x}`;'],
    ["words of errors", 'const x = new BadValue("word", `${a}word`), y = new LabError(a, "word");'],
  ])("is none of %s", (_, text) => {
    expect(placesIn("lib/a.ts", text)).toEqual([]);
  });
});

describe("a fault in a shell script", () => {
  test.each<[kind: string, text: string, becomes: readonly string[]]>([
    ["statement dropped", "if a; then\n  b c\nfi\n", ["if a; then\n  :\nfi\n"]],
    ["statement dropped", "a \\\n  b\n# c\nd |\n  e\n", []],
    ["negation", "if ! a; then b; fi", ["if a; then b; fi"]],
    ["negation", "while a; do b; done", ["while ! a; do b; done"]],
    ["&& and ||", "a && b", ["a || b"]],
    ["comparison", '[ -n "$a" ]', ['[ -z "$a" ]']],
    ["comparison", "[[ $a == b ]]", ["[[ $a != b ]]"]],
    ["number", "return 1", ["return 0"]],
  ])("%s: %j", (kind, text, becomes) => {
    expect(faults(kind, text, "lib/a.sh")).toEqual(becomes);
  });
});

test("is shown as the lines that it changes", () => {
  const text = "a();\nb();\nc();\n";
  const [, place] = placesIn("lib/a.ts", text);
  expect(place?.map((change) => diffOf("lib/a.ts", text, change))).toEqual([
    "--- a/lib/a.ts\n+++ b/lib/a.ts\n@@ -2 +2 @@\n-b();\n+;",
  ]);
});
