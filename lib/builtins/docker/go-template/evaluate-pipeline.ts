import { callFunction } from "./call-function.ts";
import { evaluateFields } from "./evaluate-fields.ts";
import type { JsonValue } from "./values/json-value.ts";
import type { Command, Operand, Pipeline } from "./node.ts";
import { nodeText } from "./node.ts";
import type { State } from "./template-state.ts";

/** The value piped into a stage, its last argument; undefined in the first stage */
export type Piped = JsonValue | undefined;

/** Evaluates a pipeline, and sets its variables */
export function evaluatePipeline(state: State, dot: JsonValue, pipeline: Pipeline): JsonValue {
  let piped: Piped;
  state.at(pipeline);
  for (const command of pipeline.commands) piped = evaluateCommand(state, dot, command, piped);
  const value = piped ?? null;
  for (const name of pipeline.variables) {
    if (pipeline.declares) state.declare(name, value);
    else state.assign(name, value);
  }
  return value;
}

function evaluateCommand(state: State, dot: JsonValue, command: Command, piped: Piped): JsonValue {
  const [first, ...rest] = command.operands;
  if (first === undefined) return null;
  const hasArguments = rest.length > 0 || piped !== undefined;
  switch (first.type) {
    case "function":
      return callFunction({
        state,
        dot,
        name: first,
        blamed: command,
        operands: rest,
        piped,
      });
    case "field":
      state.at(first);
      return evaluateFields(state, dot, first.fields, hasArguments);
    case "chain":
      return evaluateChain(state, dot, first, hasArguments);
    case "variable":
      state.at(first);
      if (first.fields.length > 0) return evaluateFields(state, state.variable(first.name), first.fields, hasArguments);
  }
  if (first.type !== "pipeline" && first.type !== "variable") state.at(first);
  if (hasArguments) throw state.failure(`can't give argument to non-function ${nodeText(first)}`);
  if (first.type === "nil") throw state.failure("nil is not a command");
  return evaluateOperand(state, dot, first);
}

/** Evaluates a single operand, as an argument or in parentheses */
export function evaluateOperand(state: State, dot: JsonValue, operand: Operand): JsonValue {
  state.at(operand);
  switch (operand.type) {
    case "dot":
      return dot;
    case "nil":
      return null;
    case "boolean":
    case "number":
    case "string":
      return operand.value;
    case "field":
      return evaluateFields(state, dot, operand.fields, false);
    case "variable":
      return evaluateFields(state, state.variable(operand.name), operand.fields, false);
    case "chain":
      return evaluateChain(state, dot, operand, false);
    case "pipeline":
      return evaluatePipeline(state, dot, operand);
    case "function":
      return callFunction({
        state,
        dot,
        name: operand,
        blamed: operand,
        operands: [],
        piped: undefined,
      });
  }
}

function evaluateChain(
  state: State,
  dot: JsonValue,
  chain: Extract<Operand, { type: "chain" }>,
  hasArguments: boolean,
): JsonValue {
  state.at(chain);
  return evaluateFields(state, evaluateOperand(state, dot, chain.operand), chain.fields, hasArguments);
}
