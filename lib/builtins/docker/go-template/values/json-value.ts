/** A JSON value: the engine's data on a container, and a template's input */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object; only its own keys count, so `__proto__` and `constructor` are ordinary names */
export type JsonObject = { readonly [key: string]: JsonValue };

/** Reports whether a value is a JSON object */
export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reports whether a value is a JSON list */
export function isJsonList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Returns an object's own member; undefined when there is none */
export function memberOf(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Returns an object's keys in the order in which Go visits a map: by bytes */
export function sortedKeys(object: JsonObject): string[] {
  return Object.keys(object).sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}
