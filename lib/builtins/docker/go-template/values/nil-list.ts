import type { JsonValue } from "./json-value.ts";

/** A slice of Go's that was never made: no elements, and `null` in JSON */
export const NIL_LIST: readonly JsonValue[] = Object.freeze(Object.assign([], { toJSON: () => null }));
