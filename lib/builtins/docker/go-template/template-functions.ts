import { CallFailure } from "./call-failure.ts";
import { equals, equalsAny, isLess } from "./values/comparisons.ts";
import { encodeJson } from "./values/encode-json.ts";
import { indexValue, sliceValue } from "./values/index-value.ts";
import type { JsonValue } from "./values/json-value.ts";
import { isJsonList, isJsonObject } from "./values/json-value.ts";
import { formatValue, isTrue, sprint, typeName } from "./values/print.ts";
import { sprintf } from "./values/printf.ts";
import * as text from "./text-functions.ts";

/** The type of a function's parameter; `strings` is a list of strings */
export type Parameter = "any" | "string" | "integer" | "strings";

/** A function of templates */
export interface TemplateFunction {
  readonly parameters: readonly Parameter[];
  /** True when any number of further arguments may follow */
  readonly isVariadic: boolean;
  /** The first argument that satisfies this is the result; later ones are not evaluated */
  readonly endsAt: (value: JsonValue) => boolean;
  /** Computes the result from a valid number of arguments, each of its parameter's type */
  readonly call: (values: readonly JsonValue[]) => JsonValue;
}

function fixed(parameters: readonly Parameter[], call: TemplateFunction["call"]): TemplateFunction {
  return { parameters, isVariadic: false, endsAt: () => false, call };
}

function variadic(parameters: readonly Parameter[], call: TemplateFunction["call"]): TemplateFunction {
  return { parameters, isVariadic: true, endsAt: () => false, call };
}

function shortCircuit(endsAt: TemplateFunction["endsAt"]): TemplateFunction {
  return {
    parameters: ["any"],
    isVariadic: true,
    endsAt,
    call: (values) => values.at(-1) ?? null,
  };
}

/**
 * The functions of Go's text/template and those that docker adds.
 * Source: Go 1.19, `text/template/funcs.go`; docker/cli, `templates/templates.go`.
 */
const FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map([
  ["and", shortCircuit((value) => !isTrue(value))],
  ["eq", variadic(["any"], ([first = null, ...others]) => equalsAny(first, others))],
  ["ge", fixed(["any", "any"], ([one = null, other = null]) => !isLess(one, other))],
  ["gt", fixed(["any", "any"], ([one = null, other = null]) => isLess(other, one))],
  ["index", variadic(["any"], ([value = null, ...keys]) => indexValue(value, keys))],
  ["join", fixed(["strings", "string"], ([list = null, separator = null]) => text.join(list, separator))],
  ["json", fixed(["any"], ([value = null]) => encodeJson(value))],
  ["le", fixed(["any", "any"], ([one = null, other = null]) => !isLess(other, one))],
  ["len", fixed(["any"], ([value = null]) => length(value))],
  ["lower", fixed(["string"], ([value = null]) => formatValue(value).toLowerCase())],
  ["lt", fixed(["any", "any"], ([one = null, other = null]) => isLess(one, other))],
  ["ne", fixed(["any", "any"], ([one = null, other = null]) => !equals(one, other))],
  ["not", fixed(["any"], ([value = null]) => !isTrue(value))],
  ["or", shortCircuit(isTrue)],
  [
    "pad",
    fixed(["string", "integer", "integer"], ([value = null, before, after]) =>
      text.pad(value, Number(before), Number(after)),
    ),
  ],
  ["print", variadic([], sprint)],
  ["printf", variadic(["string"], ([format = null, ...values]) => sprintf(formatValue(format), values))],
  ["println", variadic([], (values) => `${values.map(formatValue).join(" ")}\n`)],
  ["slice", variadic(["any"], ([value = null, ...bounds]) => sliceValue(value, bounds))],
  ["split", fixed(["string", "string"], ([value = null, separator = null]) => text.split(value, separator))],
  ["title", fixed(["string"], ([value = null]) => text.title(value))],
  ["truncate", fixed(["string", "integer"], ([value = null, size]) => text.truncate(value, Number(size)))],
  ["upper", fixed(["string"], ([value = null]) => formatValue(value).toUpperCase())],
]);

/** Finds a function by name; undefined when there is none */
export function templateFunction(name: string): TemplateFunction | undefined {
  return FUNCTIONS.get(name);
}

function length(value: JsonValue): number {
  if (value === null) throw new CallFailure("len of nil pointer");
  if (typeof value === "string") return Buffer.byteLength(value);
  if (isJsonList(value)) return value.length;
  if (isJsonObject(value)) return Object.keys(value).length;
  throw new CallFailure(`len of type ${typeName(value)}`);
}
