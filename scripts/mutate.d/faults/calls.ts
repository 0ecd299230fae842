/** Faults in calls: arguments in the wrong order, a similar function, a missing step of a chain. */
import type { Node } from "oxc-parser";

import { source } from "./conditions.ts";
import type { Change } from "./fault.ts";

const NEIGHBOURS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  startsWith: "endsWith",
  endsWith: "startsWith",
  min: "max",
  max: "min",
  find: "findLast",
  findLast: "find",
  findIndex: "findLastIndex",
  indexOf: "lastIndexOf",
  lastIndexOf: "indexOf",
  push: "unshift",
  unshift: "push",
  shift: "pop",
  pop: "shift",
};

/** Methods that return the type that they are called on */
const STEPS: ReadonlySet<string> = new Set([
  "filter",
  "toSorted",
  "toReversed",
  "slice",
  "trim",
  "trimEnd",
  "trimStart",
  "flat",
  "replace",
  "replaceAll",
  "toLowerCase",
  "toUpperCase",
]);

/** Lists the faults of calls at a node */
export function callFaults(node: Node, text: string): readonly Change[] {
  if (node.type === "NewExpression") return swaps(node.arguments, text);
  if (node.type !== "CallExpression") return [];
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.computed) return swaps(node.arguments, text);
  const { object, property } = callee;
  const neighbour = Object.hasOwn(NEIGHBOURS, property.name) ? NEIGHBOURS[property.name] : undefined;
  return [
    ...swaps(node.arguments, text),
    ...(neighbour === undefined
      ? []
      : [{ kind: "other function", start: property.start, end: property.end, text: neighbour }]),
    ...(STEPS.has(property.name) ? [{ kind: "call dropped", start: object.end, end: node.end, text: "" }] : []),
  ];
}

/** Swaps adjacent arguments */
function swaps(given: readonly Node[], text: string): readonly Change[] {
  return given.slice(1).flatMap((other, place) => {
    const one = given[place];
    if (one === undefined || !isSwapped(one) || !isSwapped(other)) return [];
    const [first, second] = [source(one, text), source(other, text)];
    if (first === second) return [];
    const kept = text.slice(one.end, other.start);
    return [{ kind: "arguments swapped", start: one.start, end: other.end, text: second + kept + first }];
  });
}

/** Reports whether an argument can be swapped; function literals are never swapped by mistake */
function isSwapped({ type }: Node): boolean {
  return !["SpreadElement", "ArrowFunctionExpression", "FunctionExpression"].includes(type);
}
