/** Faults in conditions: another comparison, a boundary that is off by one, a negation, a missing condition. */
import type { Expression, Node } from "oxc-parser";

import type { Change } from "./fault.ts";

/** The opposite of a comparison, and its variant with the boundary moved */
const COMPARISONS: Readonly<Record<string, { readonly opposite: string; readonly boundary?: string }>> = {
  "===": { opposite: "!==" },
  "!==": { opposite: "===" },
  "<": { opposite: ">=", boundary: "<=" },
  "<=": { opposite: ">", boundary: "<" },
  ">": { opposite: "<=", boundary: ">=" },
  ">=": { opposite: "<", boundary: ">" },
};

/** Lists the faults of conditions at a node */
export function conditionFaults(node: Node, text: string): readonly Change[] {
  switch (node.type) {
    case "BinaryExpression": {
      const { opposite, boundary } = COMPARISONS[node.operator] ?? {};
      const operator = between(node, node.left, node.right, node.operator, text);
      return [
        ...(opposite === undefined ? [] : [{ kind: "comparison", ...operator, text: opposite }]),
        ...(boundary === undefined ? [] : [{ kind: "boundary", ...operator, text: boundary }]),
      ];
    }
    case "LogicalExpression": {
      const operator = between(node, node.left, node.right, node.operator, text);
      const whole = { start: node.start, end: node.end };
      if (node.operator === "??") return [{ kind: "default dropped", ...whole, text: source(node.left, text) }];
      return [
        { kind: "&& and ||", ...operator, text: node.operator === "&&" ? "||" : "&&" },
        { kind: "condition dropped", ...whole, text: source(node.left, text) },
        { kind: "condition dropped", ...whole, text: source(node.right, text) },
      ];
    }
    case "UnaryExpression":
      if (node.operator !== "!") return [];
      return [{ kind: "negation", start: node.start, end: node.argument.start, text: "" }];
    case "IfStatement":
    case "WhileStatement":
      return negated(node.test, text);
    case "ConditionalExpression":
      return [
        ...negated(node.test, text),
        { kind: "branch removed", start: node.start, end: node.end, text: `(${source(node.consequent, text)})` },
        { kind: "branch removed", start: node.start, end: node.end, text: `(${source(node.alternate, text)})` },
      ];
    default:
      return [];
  }
}

/** Negates a condition that is not a comparison */
function negated(test: Expression, text: string): readonly Change[] {
  if (test.type === "UnaryExpression" || (test.type === "BinaryExpression" && test.operator in COMPARISONS)) return [];
  return [{ kind: "negation", start: test.start, end: test.end, text: `!(${source(test, text)})` }];
}

/** Finds an operator between its operands, which parentheses may enclose */
export function between(
  whole: Node,
  left: Node,
  right: Node,
  operator: string,
  text: string,
): { readonly start: number; readonly end: number } {
  const start = text.indexOf(operator, left.end);
  if (start === -1 || start >= right.start) throw new Error(`No ${operator} in ${source(whole, text)}`);
  return { start, end: start + operator.length };
}

/** Returns the text of a node */
export function source(node: Pick<Node, "start" | "end">, text: string): string {
  return text.slice(node.start, node.end);
}
