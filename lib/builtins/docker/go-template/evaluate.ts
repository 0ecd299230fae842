import { evaluatePipeline } from "./evaluate-pipeline.ts";
import type { JsonValue } from "./values/json-value.ts";
import { isJsonList, isJsonObject, sortedKeys } from "./values/json-value.ts";
import type { Pipeline, Statement } from "./node.ts";
import { formatValue, isTrue, printedValue } from "./values/print.ts";
import { State } from "./template-state.ts";

/** Receives a template's output */
type Print = (text: string) => void;

/** A `break` or `continue` on its way to the enclosing range */
type Jump = "break" | "continue" | null;

/**
 * Renders a template over a document. Source: Go 1.19, `text/template/exec.go`, with `missingkey=error` as
 * `docker inspect` sets it for JSON.
 */
export function evaluate(source: string, statements: readonly Statement[], document: JsonValue): string {
  const printed: string[] = [];
  evaluateAll(new State(source, document), document, statements, (text) => printed.push(text));
  return printed.join("");
}

function evaluateAll(state: State, dot: JsonValue, statements: readonly Statement[], print: Print): Jump {
  for (const statement of statements) {
    const jump = evaluateStatement(state, dot, statement, print);
    if (jump !== null) return jump;
  }
  return null;
}

function evaluateStatement(state: State, dot: JsonValue, statement: Statement, print: Print): Jump {
  switch (statement.type) {
    case "text":
      print(statement.text);
      return null;
    case "action": {
      const value = evaluatePipeline(state, dot, statement.pipeline);
      if (statement.pipeline.variables.length === 0) print(printedValue(value));
      return null;
    }
    case "break":
    case "continue":
      return statement.type;
    default: {
      const mark = state.mark();
      const jump = evaluateBranch(state, dot, statement, print);
      state.forgetFrom(mark);
      return jump;
    }
  }
}

function evaluateBranch(
  state: State,
  dot: JsonValue,
  { type, pipeline, body, otherwise }: Extract<Statement, { body: unknown }>,
  print: Print,
): Jump {
  const value = evaluatePipeline(state, dot, pipeline);
  if (type !== "range") {
    if (!isTrue(value)) return evaluateAll(state, dot, otherwise, print);
    return evaluateAll(state, type === "with" ? value : dot, body, print);
  }
  const entries = entriesOf(state, value);
  if (entries.length === 0) return evaluateAll(state, dot, otherwise, print);
  const mark = state.mark();
  for (const [key, element] of entries) {
    setRangeVariables(state, pipeline, key, element);
    const jump = evaluateAll(state, element, body, print);
    state.forgetFrom(mark);
    if (jump === "break") break;
  }
  return null;
}

/** Returns the entries that a range visits: a list in order, a map by the bytes of its keys, nil none */
function entriesOf(state: State, value: JsonValue): readonly (readonly [JsonValue, JsonValue])[] {
  if (value === null) return [];
  if (isJsonList(value)) return [...value.entries()];
  if (isJsonObject(value)) return sortedKeys(value).map((key) => [key, value[key] ?? null]);
  throw state.failure(`range can't iterate over ${formatValue(value)}`);
}

/** Sets the variables of a range: one gets the element, two get the key and the element */
function setRangeVariables(state: State, { variables }: Pipeline, key: JsonValue, element: JsonValue): void {
  const values = variables.length === 2 ? [key, element] : [element];
  for (const [index, name] of variables.entries()) state.assign(name, values[index] ?? null);
}
