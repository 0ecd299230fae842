/** Finds the string and template literals of a module. */
import { type Argument, parseSync, type Span, Visitor } from "oxc-parser";

/** A literal and its place */
export interface Text {
  readonly file: string;
  readonly line: number;
  /** A pattern matches others' words; a type lists words of the program's own */
  readonly kind: "text" | "pattern" | "type";
  /** Its text, divided at inserted values */
  readonly parts: readonly string[];
}

/** Functions whose first argument names a test */
const TITLED = /^(?:test|describe|it)(?![a-z])/;

/** Functions that take the article's comments, or a program's output */
const QUOTING = /^(?:step|refuses|shows|lists|hides|meets)$/;

/** Properties that name sections of the article, and in tests their subjects, or a recipe's texts */
const NAMES = {
  ours: new Set(["article", "sections"]),
  tests: new Set(["what", "when", "name", "help", "summary"]),
} as const;

/** Lists a module's literals, without paths of imports, commands of `$`, names of tests, and others' words */
export function textsOf(file: string, source: string, of: "ours" | "tests"): readonly Text[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`Cannot read ${file}: ${errors[0]?.message}`);
  const texts: Text[] = [];
  const left: Span[] = [];
  const types = new Set<number>();
  const leave = (...nodes: readonly (Span | null | undefined)[]) =>
    void left.push(...nodes.filter((node) => node != null));
  const add = (node: Span, kind: Text["kind"], parts: readonly string[]) => {
    const isLeft = left.some(({ start, end }) => start <= node.start && node.end <= end);
    if (!isLeft) texts.push({ file, line: source.slice(0, node.start).split("\n").length, kind, parts });
  };
  new Visitor({
    ImportDeclaration: ({ source: path }) => leave(path),
    ExportNamedDeclaration: ({ source: path }) => leave(path),
    ExportAllDeclaration: ({ source: path }) => leave(path),
    TaggedTemplateExpression: ({ quasi }) => leave(...quasi.quasis),
    CallExpression({ callee, arguments: all }) {
      if (TITLED.test(calledName(callee))) leave(all[0]);
      const { type } = callee;
      const name =
        type === "MemberExpression" && callee.property.type === "Identifier"
          ? callee.property.name
          : calledName(callee);
      if (QUOTING.test(name)) leave(...all);
    },
    Property({ key, value }) {
      if (key.type === "Identifier" && NAMES[of].has(key.name)) leave(value);
    },
    TSLiteralType: ({ literal }) => void types.add(literal.start),
    Literal(literal) {
      const kind = types.has(literal.start) ? "type" : "text";
      if (typeof literal.value === "string") add(literal, kind, [literal.value]);
      if ("regex" in literal) add(literal, "pattern", [literal.regex.pattern.replace(/\\(?=\W)/g, "")]);
    },
    TemplateLiteral(literal) {
      const [first] = literal.quasis;
      if (first === undefined || left.includes(first)) return;
      add(
        literal,
        "text",
        literal.quasis.map(({ value }) => value.cooked ?? value.raw),
      );
    },
  }).visit(program);
  return texts;
}

/** Returns `test` for `test.concurrent.each(…)(…)` */
function calledName(callee: Argument): string {
  if (callee.type === "Identifier") return callee.name;
  if (callee.type === "CallExpression") return calledName(callee.callee);
  return callee.type === "MemberExpression" ? calledName(callee.object) : "";
}
