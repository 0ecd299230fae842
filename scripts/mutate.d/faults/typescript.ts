/** Finds the places in a TypeScript file where a fault can be, in its syntax tree. */
import { type Node, parseSync, visitorKeys } from "oxc-parser";

import { callFaults } from "./calls.ts";
import { conditionFaults } from "./conditions.ts";
import type { Change, Place } from "./fault.ts";
import { statementFaults } from "./statements.ts";
import { valueFaults } from "./values.ts";

/** Imports name modules; types and property names are checked by the compiler */
const SKIPPED_KEYS: ReadonlySet<string> = new Set([
  "typeAnnotation",
  "returnType",
  "typeParameters",
  "typeArguments",
  "superTypeArguments",
  "implements",
]);

/** Type syntax around an expression */
const TYPED_EXPRESSIONS: ReadonlySet<string> = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSInstantiationExpression",
]);

/** Finds the places in a file, in order */
export function placesInTypeScript(file: string, text: string): readonly Place[] {
  const { program, errors } = parseSync(file, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`Cannot parse ${file}: ${error.message}`);
  const changes: Change[] = [];
  walk(program, false, (node, isError) => changes.push(...faultsAt(node, isError, text)));
  return [...Map.groupBy(changes, ({ start, end }) => `${start} ${end}`).values()];
}

function faultsAt(node: Node, isError: boolean, text: string): readonly Change[] {
  const faults = [
    ...conditionFaults(node, text),
    ...statementFaults(node, text),
    ...valueFaults(node, text),
    ...callFaults(node, text),
  ];
  // An error's message is tested once, at its source
  return isError ? faults.filter(({ kind }) => kind !== "string" && kind !== "arguments swapped") : faults;
}

function walk(node: Node, isError: boolean, visit: (node: Node, isError: boolean) => void): void {
  const inError = isError || (node.type === "NewExpression" && isErrorName(node.callee));
  visit(node, inError);
  for (const child of childrenOf(node)) walk(child, inError, visit);
}

function isErrorName(callee: Node): boolean {
  return callee.type === "Identifier" && /Error$|^Bad/.test(callee.name);
}

function childrenOf(node: Node): readonly Node[] {
  return (visitorKeys[node.type] ?? [])
    .filter((key) => !SKIPPED_KEYS.has(key) && !isName(node, key))
    .flatMap((key): readonly unknown[] => {
      const value: unknown = Reflect.get(node, key);
      return Array.isArray(value) ? value : [value];
    })
    .filter(isNode)
    .filter(({ type }) => !isSkipped(type));
}

/** Recognises a property's name, unless it is computed, and an imported module */
function isName(node: Node, key: string): boolean {
  if (key === "source") return true;
  return key === "key" && "computed" in node && node.computed === false;
}

function isSkipped(type: string): boolean {
  return type === "ImportDeclaration" || (type.startsWith("TS") && !TYPED_EXPRESSIONS.has(type));
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
