import { quoted } from "./quoted.ts";

/**
 * A text that cannot become a value of a type.
 *
 * @example
 * ```ts
 * import { BadValue } from "./bad-value.ts";
 * import { expect } from "bun:test";
 *
 * const bad = new BadValue({ value: "eth/0", kind: "a name", reason: "a slash ends it", tryThis: null });
 * expect(bad.message).toEndWith('"eth/0" as a name: a slash ends it');
 * ```
 */
export class BadValue extends RangeError {
  override readonly name = "BadValue";
  /** The text as it was given, unescaped: not to be printed on a terminal */
  readonly value: string;
  /** The expected kind of value, with its article: `an interface name` */
  readonly kind: string;
  /** The reason: a clause with the limit in it */
  readonly reason: string;
  /** A value of that kind which is probably meant, or `null` when none can be guessed */
  readonly tryThis: string | null;

  constructor(refusal: { value: string; kind: string; reason: string; tryThis: string | null }) {
    super(`Cannot use ${quoted(refusal.value)} as ${refusal.kind}: ${refusal.reason}`);
    this.value = refusal.value;
    this.kind = refusal.kind;
    this.reason = refusal.reason;
    this.tryThis = refusal.tryThis;
  }
}
