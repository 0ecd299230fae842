import { CallFailure } from "./call-failure.ts";
import type { Piped } from "./evaluate-pipeline.ts";
import { evaluateOperand } from "./evaluate-pipeline.ts";
import type { Parameter, TemplateFunction } from "./template-functions.ts";
import { templateFunction } from "./template-functions.ts";
import type { JsonValue } from "./values/json-value.ts";
import { isJsonList } from "./values/json-value.ts";
import type { Command, Operand } from "./node.ts";
import { nodeText } from "./node.ts";
import { typeName } from "./values/print.ts";
import type { State } from "./template-state.ts";

/** A call of a function; its error is reported at the node `blamed` */
interface Call {
  readonly state: State;
  readonly dot: JsonValue;
  readonly name: Extract<Operand, { type: "function" }>;
  readonly blamed: Command | Operand;
  readonly operands: readonly Operand[];
  readonly piped: Piped;
}

const GO_TYPES: Readonly<Record<Parameter, string>> = {
  any: "interface {}",
  string: "string",
  integer: "int",
  strings: "[]string",
};

/** Calls a function; the piped value is its last argument */
export function callFunction(call: Call): JsonValue {
  const { state, name, blamed } = call;
  state.at(name);
  const callee = templateFunction(name.name);
  if (callee === undefined) throw state.failure(`${JSON.stringify(name.name)} is not a defined function`);
  checkCount(call, callee);
  const values: JsonValue[] = [];
  for (const [index, operand] of call.operands.entries()) {
    const value = evaluateArgument(call, parameterAt(callee, index), operand);
    if (callee.endsAt(value)) return value;
    values.push(value);
  }
  if (call.piped !== undefined) values.push(checkType(state, parameterAt(callee, values.length), call.piped));
  try {
    return callee.call(values);
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    state.at(blamed);
    throw state.failure(`error calling ${name.name}: ${error.message}`);
  }
}

function checkCount({ state, name, operands, piped }: Call, { parameters, isVariadic }: TemplateFunction): void {
  const given = operands.length + (piped === undefined ? 0 : 1);
  const fits = isVariadic ? given >= parameters.length : given === parameters.length;
  if (fits) return;
  const wanted = `${isVariadic ? "at least " : ""}${parameters.length}`;
  throw state.failure(`wrong number of args for ${name.name}: want ${wanted} got ${given}`);
}

function parameterAt({ parameters }: TemplateFunction, index: number): Parameter {
  return parameters[index] ?? "any";
}

/**
 * Evaluates an argument. Go checks literals when parsing and computed values when evaluating, with different
 * messages
 */
function evaluateArgument({ state, dot }: Call, parameter: Parameter, operand: Operand): JsonValue {
  const value = evaluateOperand(state, dot, operand);
  if (parameter === "any" || !["boolean", "nil", "number", "string"].includes(operand.type)) {
    return checkType(state, parameter, value);
  }
  if (fits(parameter, value)) return value;
  const text = nodeText(operand);
  if (operand.type === "nil") throw state.failure(`cannot assign nil to ${GO_TYPES[parameter]}`);
  if (parameter === "strings") throw state.failure(`can't handle ${text} for arg of type ${GO_TYPES[parameter]}`);
  throw state.failure(`expected ${parameter}; found ${text}`);
}

function checkType(state: State, parameter: Parameter, value: JsonValue): JsonValue {
  if (fits(parameter, value)) return value;
  const given = value === null ? "interface {}" : typeName(value);
  throw state.failure(`wrong type for value; expected ${GO_TYPES[parameter]}; got ${given}`);
}

function fits(parameter: Parameter, value: JsonValue): boolean {
  switch (parameter) {
    case "any":
      return true;
    case "string":
      return typeof value === "string";
    case "integer":
      return Number.isInteger(value);
    case "strings":
      return isJsonList(value) && value.every((element) => typeof element === "string");
  }
}
