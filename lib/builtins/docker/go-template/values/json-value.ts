/** A value as JSON has it: what the engine keeps about a container, and what a template is rendered over */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object; only its own keys count, so that `__proto__` and `constructor` are names like any other */
export type JsonObject = { readonly [key: string]: JsonValue };

/** Whether a value is a JSON object, as opposed to a list, a scalar or null */
export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a JSON list */
export function isJsonList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The own member of an object under a key, or undefined where there is none */
export function memberOf(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The keys of an object in the order in which Go visits a map: by their bytes */
export function sortedKeys(object: JsonObject): string[] {
  return Object.keys(object).sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}
