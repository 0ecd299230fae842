/** Faults in statements: one left out, an early return, a missing case, a missing await. */
import type { FunctionBody, Node, Statement, TSType, TSTypeAnnotation } from "oxc-parser";

import { source } from "./conditions.ts";
import type { Change } from "./fault.ts";

const DROPPED: ReadonlySet<Node["type"]> = new Set([
  "ExpressionStatement",
  "IfStatement",
  "ForOfStatement",
  "ForStatement",
  "WhileStatement",
  "ReturnStatement",
  "ThrowStatement",
  "ContinueStatement",
  "BreakStatement",
]);

/** Lists the faults of statements at a node */
export function statementFaults(node: Node, text: string): readonly Change[] {
  switch (node.type) {
    case "Program":
    case "BlockStatement":
      return node.body.flatMap((statement) => dropped(statement));
    case "IfStatement":
      if (node.alternate === null) return [];
      return [{ kind: "branch removed", start: node.consequent.end, end: node.alternate.end, text: "" }];
    case "SwitchStatement":
      return node.cases.map(({ start, end }) => ({ kind: "case removed", start, end, text: "" }));
    case "SwitchCase":
      return node.consequent.flatMap((statement) => dropped(statement));
    case "AwaitExpression":
      return [{ kind: "await dropped", start: node.start, end: node.argument.start, text: "" }];
    case "FunctionDeclaration":
    case "FunctionExpression":
      return earlyReturns(node, text);
    case "ArrowFunctionExpression":
      return node.body.type === "BlockStatement"
        ? earlyReturns({ ...node, body: node.body, generator: false }, text)
        : [];
    default:
      return [];
  }
}

function dropped(statement: Node): readonly Change[] {
  if (!DROPPED.has(statement.type) || isDirective(statement)) return [];
  // After an `if` without braces, the semicolon keeps it a statement
  return [{ kind: "statement dropped", start: statement.start, end: statement.end, text: ";" }];
}

function isDirective(statement: Node): boolean {
  return (
    statement.type === "ExpressionStatement" && "directive" in statement && typeof statement.directive === "string"
  );
}

interface FunctionNode {
  readonly body: FunctionBody | null;
  readonly returnType?: TSTypeAnnotation | null;
  readonly async: boolean;
  readonly generator: boolean;
}

function earlyReturns(node: FunctionNode, text: string): readonly Change[] {
  const { body, returnType, async: isAsync, generator } = node;
  if (body === null || returnType === null || returnType === undefined || generator) return [];
  const after = body.start + 1;
  return returnsOf(returnType.typeAnnotation, isAsync, text)
    .filter((returned) => !isOnly(body.body, returned, text))
    .map((returned) => ({ kind: "early return", start: after, end: after, text: ` ${returned}` }));
}

/** Recognises a body that returns the same anyway */
function isOnly(body: readonly Statement[], returned: string, text: string): boolean {
  const [first] = body;
  return first === undefined ? returned === "return;" : source(first, text) === returned;
}

/** Lists the values that a function of a type could return without any work */
function returnsOf(type: TSType, isAsync: boolean, text: string): readonly string[] {
  switch (type.type) {
    case "TSVoidKeyword":
      return ["return;"];
    case "TSBooleanKeyword":
      return ["return true;", "return false;"];
    case "TSStringKeyword":
      return ['return "";'];
    case "TSNumberKeyword":
      return ["return 0;"];
    case "TSArrayType":
      return ["return [];"];
    case "TSTypeOperator":
      return returnsOf(type.typeAnnotation, isAsync, text);
    case "TSUnionType":
      return type.types.flatMap((one) => {
        if (one.type === "TSNullKeyword") return ["return null;"];
        if (one.type === "TSUndefinedKeyword") return ["return undefined;"];
        return [];
      });
    case "TSTypeReference": {
      const [argument] = type.typeArguments?.params ?? [];
      const isPromise = isAsync && source(type.typeName, text) === "Promise";
      return isPromise && argument !== undefined ? returnsOf(argument, false, text) : [];
    }
    default:
      return [];
  }
}
