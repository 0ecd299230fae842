/**
 * The string and template literals of a module.
 */
import { type Argument, parseSync, Visitor } from "oxc-parser";

/** A literal, and where it stands */
export interface Text {
  readonly file: string;
  readonly line: number;
  /** A pattern recognises the words of others; a type's are those of a word of the program's own */
  readonly kind: "text" | "pattern" | "type";
  /** What it says, between the values that are put into it */
  readonly parts: readonly string[];
}

/** Functions whose first argument names a test, or is a comment of the article's */
const TITLED = /^(?:test|describe|it|step)(?![a-z])/;

/** Methods that are given what a program prints */
const QUOTING = /^(?:refuses|shows|lists|hides|meets|step)$/;

/** Properties that name a test, or a section of the article */
const NAMES = new Set(["what", "name", "article"]);

/** Lists the literals of a module: no paths of imports, commands of `$`, names of tests, types, or words of others */
export function textsOf(file: string, source: string): readonly Text[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`Cannot read ${file}: ${errors[0]?.message}`);
  const texts: Text[] = [];
  const left = new Set<number>();
  const types = new Set<number>();
  const add = (start: number, kind: Text["kind"], parts: readonly string[]) => {
    if (!left.has(start)) texts.push({ file, line: lineOf(source, start), kind, parts });
  };
  new Visitor({
    ImportDeclaration: ({ source: path }) => void left.add(path.start),
    ExportNamedDeclaration: ({ source: path }) => void (path === null || left.add(path.start)),
    ExportAllDeclaration: ({ source: path }) => void left.add(path.start),
    TaggedTemplateExpression: ({ quasi }) => void left.add(quasi.start),
    CallExpression({ callee, arguments: all }) {
      const [first] = all;
      if (first !== undefined && TITLED.test(calledName(callee))) left.add(first.start);
      if (
        callee.type === "MemberExpression" &&
        callee.property.type === "Identifier" &&
        QUOTING.test(callee.property.name)
      )
        for (const { start } of all) left.add(start);
    },
    Property({ key, value }) {
      if (key.type === "Identifier" && NAMES.has(key.name)) left.add(value.start);
    },
    TSLiteralType: ({ literal }) => void types.add(literal.start),
    Literal(literal) {
      if (typeof literal.value === "string")
        add(literal.start, types.has(literal.start) ? "type" : "text", [literal.value]);
      if ("regex" in literal) add(literal.start, "pattern", [literal.regex.pattern.replace(/\\(?=\W)/g, "")]);
    },
    TemplateLiteral({ start, quasis }) {
      add(
        start,
        "text",
        quasis.map(({ value }) => value.cooked ?? value.raw),
      );
    },
  }).visit(program);
  return texts;
}

/** `test` of `test.concurrent.each(…)(…)` */
function calledName(callee: Argument): string {
  if (callee.type === "Identifier") return callee.name;
  if (callee.type === "CallExpression") return calledName(callee.callee);
  return callee.type === "MemberExpression" ? calledName(callee.object) : "";
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split("\n").length;
}
