/**
 * Faults in values: another string, number or boolean, a missing element or default, another regular
 * expression.
 */
import type { Node, RegExpLiteral, TemplateLiteral } from "oxc-parser";

import { between, source } from "./conditions.ts";
import type { Change } from "./fault.ts";

const ARITHMETIC: Readonly<Record<string, string>> = { "+": "-", "-": "+", "*": "/", "/": "*", "%": "*" };
const ASSIGNMENTS: Readonly<Record<string, string>> = { "+=": "-=", "-=": "+=" };

/** Lists the faults of values at a node */
export function valueFaults(node: Node, text: string): readonly Change[] {
  switch (node.type) {
    case "Literal":
      return literalFaults(node, text);
    case "TemplateLiteral":
      return templateFaults(node);
    case "ArrayExpression":
      return node.elements.flatMap((element, place) =>
        element === null ? [] : [without(node.elements, place, "element dropped", text)],
      );
    case "ObjectExpression":
      return node.properties.map((_, place) => without(node.properties, place, "property dropped", text));
    case "AssignmentPattern":
      return [{ kind: "default dropped", start: node.left.end, end: node.end, text: "" }];
    case "BinaryExpression": {
      const other = ARITHMETIC[node.operator];
      if (other === undefined) return [];
      return [{ kind: "arithmetic", ...between(node, node.left, node.right, node.operator, text), text: other }];
    }
    case "AssignmentExpression": {
      const other = ASSIGNMENTS[node.operator];
      if (other === undefined) return [];
      return [{ kind: "arithmetic", ...between(node, node.left, node.right, node.operator, text), text: other }];
    }
    case "UpdateExpression":
      return [
        {
          kind: "arithmetic",
          start: node.start,
          end: node.end,
          text: source(node, text).replace(node.operator, node.operator === "++" ? "--" : "++"),
        },
      ];
    default:
      return [];
  }
}

function literalFaults(node: Node & { readonly type: "Literal" }, text: string): readonly Change[] {
  const { start, end } = node;
  if ("regex" in node) return regExpFaults(node, text);
  switch (typeof node.value) {
    case "boolean":
      return [{ kind: "boolean", start, end, text: `${!node.value}` }];
    case "number":
      return [{ kind: "number", start, end, text: `${node.value + 1}` }];
    case "bigint":
      return [{ kind: "number", start, end, text: `${node.value + 1n}n` }];
    case "string":
      return isProse(node.value) ? [] : [{ kind: "string", start: end - 1, end: end - 1, text: "x" }];
    default:
      return [];
  }
}

/** Recognises prose, as opposed to words for programs: it has spaces, or only punctuation and line ends */
function isProse(text: string): boolean {
  return /\s/.test(text);
}

function templateFaults({ quasis }: TemplateLiteral): readonly Change[] {
  if (quasis.some(({ value }) => isProse(value.raw))) return [];
  return quasis
    .filter(({ value }) => value.raw !== "")
    .map(({ start, value }) => start + 1 + value.raw.length)
    .map((end) => ({ kind: "string", start: end, end, text: "x" }));
}

/** Changes anchors, repetitions and flags; without `u` and `v` hardly any text behaves differently */
function regExpFaults(node: RegExpLiteral, text: string): readonly Change[] {
  const { pattern, flags } = node.regex;
  const patterns = [
    pattern.replace(/^\^/, ""),
    pattern.replace(/(?<!\\)\$$/, ""),
    pattern.replace(/(?<=[^\\(])\+/, "*"),
    pattern.replace(/(?<=[^\\(])\*/, "+"),
    pattern.replace(/(?<=[^\\(*+?}])\?/, ""),
  ].filter((other) => other !== pattern && other !== "");
  const fewer = [...flags].filter((flag) => !"uv".includes(flag)).map((flag) => flags.replace(flag, ""));
  const { start, end } = node;
  if (source(node, text) !== `/${pattern}/${flags}`) return [];
  return [
    ...patterns.map((other) => ({ kind: "regular expression", start, end, text: `/${other}/${flags}` })),
    ...fewer.map((other) => ({ kind: "flag dropped", start, end, text: `/${pattern}/${other}` })),
  ];
}

/** Removes an item of a list, with its comma */
function without(list: readonly (Node | null)[], place: number, kind: string, text: string): Change {
  const [item, next, before] = [list[place], list[place + 1], list[place - 1]];
  if (item === null || item === undefined) throw new Error(`Nothing is at ${place} in ${text.length} characters`);
  if (next !== null && next !== undefined) return { kind, start: item.start, end: next.start, text: "" };
  return { kind, start: before?.end ?? item.start, end: item.end, text: "" };
}
