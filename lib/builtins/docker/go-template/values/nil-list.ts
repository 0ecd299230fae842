import type { JsonValue } from "./json-value.ts";

/** A nil slice of Go's: no elements, and `null` in JSON */
export const NIL_LIST: readonly JsonValue[] = Object.freeze(Object.assign([], { toJSON: () => null }));
