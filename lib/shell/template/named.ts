import { Handle } from "./handle.ts";
import type { Held, Objection } from "../failure/objection.ts";

/** A name in a POSIX shell (XBD 3.216): only such a name can be written `$name`. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The parts of a {@linkcode Named}. */
export interface NamedParts<T> {
  /** The shell variable's name, without `$`. */
  readonly name: string;
  readonly value: T;
  /** The value in the article. */
  readonly sample: string;
  /** The value's text in the argv; the sample when only a run would know it. */
  readonly word: string;
  /** The spelling in the announced text: the word itself, or `$name`. */
  readonly spelled: "value" | "name";
  /** The thing that it named when it was read, such as a process; `null` when it always names the same */
  readonly held?: Held | null;
}

/**
 * A value that a command printed, with a name and the article's sample.
 *
 * @throws {SyntaxError} if the name is not one that a shell variable can have.
 *
 * @example
 * ```ts
 * import { Named } from "./named.ts";
 * import { words } from "./words.ts";
 * import { expect } from "bun:test";
 *
 * const pid = new Named({ name: "pid", value: 2778, sample: "2778", word: "2778", spelled: "name" });
 * const $ = (template: TemplateStringsArray, ...values: readonly Named<number>[]) => words(template, values);
 * expect($`ip link set B netns ${pid}`.text).toBe("ip link set B netns $pid");
 * ```
 */
export class Named<T> extends Handle {
  readonly name: string;
  readonly value: T;
  readonly sample: string;
  /** @internal */
  readonly spelled: "value" | "name";
  readonly #word: string;
  readonly #held: Held | null;

  constructor({ name, value, sample, word, spelled, held = null }: NamedParts<T>) {
    super();
    if (!NAME.test(name)) {
      throw new SyntaxError(
        `Cannot use "${name}" as the name of a value: a shell variable has letters, digits and "_", and no digit first`,
      );
    }
    this.name = name;
    this.value = value;
    this.sample = sample;
    this.spelled = spelled;
    this.#word = word;
    this.#held = held;
  }

  /** @internal */
  override word(): string {
    return this.#word;
  }

  /** @internal */
  override spelling(): string | null {
    return this.spelled === "name" ? this.name : null;
  }

  /** @internal */
  override objection(argv: readonly string[]): Objection | null {
    return this.#held?.objection(argv) ?? null;
  }
}
