import type { JsonValue } from "./values/json-value.ts";
import { isJsonObject, memberOf } from "./values/json-value.ts";
import { typeName } from "./values/print.ts";
import type { State } from "./template-state.ts";

/** Follows fields from a value; only the last one could take arguments, which members of JSON never do */
export function evaluateFields(
  state: State,
  value: JsonValue,
  fields: readonly string[],
  hasArguments: boolean,
): JsonValue {
  return fields.reduce<JsonValue>((receiver, field, index) => {
    const type = index === 0 ? typeName(receiver) : "interface {}";
    if (receiver === null && index === 0) throw state.failure(`nil data; no entry for key ${JSON.stringify(field)}`);
    if (receiver === null) throw state.failure(`nil pointer evaluating ${type}.${field}`);
    if (!isJsonObject(receiver)) throw state.failure(`can't evaluate field ${field} in type ${type}`);
    if (hasArguments && index === fields.length - 1) {
      throw state.failure(`${field} is not a method but has arguments`);
    }
    const member = memberOf(receiver, field);
    if (member === undefined) throw state.failure(`map has no entry for key ${JSON.stringify(field)}`);
    return member;
  }, value);
}
