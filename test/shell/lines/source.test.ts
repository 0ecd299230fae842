import { describe, expect, test } from "bun:test";

import { fill } from "../../../lib/shell/template/fill.ts";
import { lex } from "../../../lib/shell/template/lex.ts";
import { HOLE, refuse, shown, sourceOf } from "../../../lib/shell/template/source.ts";
import { spell } from "../../../lib/shell/template/spell.ts";
import { TemplateError } from "../../../lib/shell/template/template-error.ts";

test.each([
  [["a ", " b"], `a ${HOLE} b`],
  [["\\`a\\`"], "`a`"],
  [["\\${a}"], "${a}"],
  [["\\$a"], "\\$a"],
  [["\\\\`"], "\\\\`"],
  [["\\\\\\`"], "\\\\`"],
  [["\\n\\'"], "\\n\\'"],
  [["\\\n"], "\\\n"],
  [["", ""], HOLE],
  [[""], ""],
])("the source of %j is %j", (raw, source) => {
  expect(sourceOf(raw)).toBe(source);
});

/** Where and what a template error complains of */
function refusalOf(act: () => unknown): TemplateError {
  try {
    act();
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error("it is not refused");
}

test.each([
  [["a\0b"], 1, "\0"],
  [["a", "b\0c"], 6, "\0"],
  [["a", "b", "c\0d\0e"], 16, "\0"],
  [["a\ud800b"], 1, "\ud800"],
  [["a", "b\udc00"], 6, "\udc00"],
])("of %j no argument can be made, at %d", (raw, at, place) => {
  const error = refusalOf(() => sourceOf(raw));
  const complained = refusalOf(() => refuse(raw.join(HOLE), raw.join(HOLE).lastIndexOf(place), "x"));
  expect(error.message.split(":")[0]).toBe(complained.message.split(":")[0] ?? "");
  expect(at).toBe(shown(raw.join(HOLE).slice(0, raw.join(HOLE).lastIndexOf(place))).length);
});

test("a refusal is of the character at a place, or of what is named instead, as it is read", () => {
  const at = (place?: string) => refusalOf(() => refuse(`a ${HOLE}|b`, 3, "why", place));
  const texts = [new TemplateError("a ${…}|b", 6, "|", "why"), new TemplateError("a ${…}|b", 6, "|b", "why")];
  expect([at().message, at("|b").message]).toEqual(texts.map(({ message }) => message));
});

const piece = (text: string, quoting = "none") => ({ kind: "piece", quoting, piece: { text, spelling: null } });

/** The kinds of what a template is filled with, with the texts of its pieces */
function filled(template: string, ...values: readonly unknown[]) {
  return fill(template, lex(template), values).map((token) =>
    token.kind === "piece" ? token : token.kind === "list" ? token.pieces.map(({ text }) => text) : token.kind,
  );
}

describe("a template is filled", () => {
  test.each([
    ["a \0", ["x"], ["literal", "blank", piece("x")]],
    ["a \0\0", ["x", 5], ["literal", "blank", piece("x"), piece("5")]],
    ["a '\0'", ["x"], ["literal", "blank", "literal", piece("x", "single"), "literal"]],
    ['a "\0"', ["x"], ["literal", "blank", "literal", piece("x", "double"), "literal"]],
    ["a \0 b", [["x", "y"]], ["literal", "blank", ["x", "y"], "blank", "literal"]],
    ["\0 b", [["x", "y"]], [["x", "y"], "blank", "literal"]],
    ["a \\\n\0\\\n b", [["x"]], ["literal", "blank", "joined", ["x"], "joined", "blank", "literal"]],
    ["a \0 b", [[]], ["literal", "blank", "literal"]],
    ["a \0", [[]], ["literal"]],
    ["a \\\n\0 b", [[]], ["literal", "blank", "joined", "blank", "literal"]],
    ["\0 \0", [["x"], []], [["x"]]],
  ])("%j by %j", (template, values, expected) => {
    expect<unknown>(filled(template, ...values)).toEqual(expected);
  });

  test.each(["a x\0", "a \0x", "a '\0'", 'a "\0"', "a \0\0", "a x\\\n\0", "a \0\\\nx"])(
    "%j by no array",
    (template) => {
      expect(() => filled(template, ["x"], ["y"])).toThrow(TypeError);
      expect(() => filled(template, [], [])).toThrow(TypeError);
    },
  );

  test.each(["\0", "\0 a", "\\\n\0 a"])("%j by no empty array, which has no program", (template) => {
    const { message } = refusalOf(() => filled(template, []));
    expect(message).toContain("(character 1)");
  });

  test("with the place of a value in what is wrong with it", () => {
    expect(() => filled("a \0 \0", "x", null)).toThrow("value 2 of $`a ${…} ${…}`");
  });
});

const plain = { text: "5", spelling: "pid" };
const spaced = { text: "a b", spelling: "it" };

test.each([
  [{ text: "a b", spelling: null }, "none", "x", "'a b'"],
  [{ text: "a'b", spelling: null }, "single", "x", "a'\\''b"],
  [{ text: 'a"b', spelling: null }, "double", "x", 'a\\"b'],
  [plain, "none", "", "$pid"],
  [plain, "none", "/ns", "$pid"],
  [plain, "none", "x", "${pid}"],
  [plain, "none", "_", "${pid}"],
  [plain, "none", "0", "${pid}"],
  [plain, "none", "Z", "${pid}"],
  [plain, "none", "\\\n\\\nx", "${pid}"],
  [plain, "none", "\\\n/x", "$pid"],
  [plain, "none", "-x", "$pid"],
  [plain, "double", "x", "${pid}"],
  [plain, "double", '"', "$pid"],
  [plain, "single", "x", `'"$pid"'`],
  [spaced, "none", "x", '"$it"'],
  [spaced, "double", "x", "${it}"],
  [spaced, "double", "", "$it"],
] as const)("%j, quoted %s before %j, is written %j", (value, quoting, following, written) => {
  expect(spell(value, quoting, following)).toBe(written);
});
