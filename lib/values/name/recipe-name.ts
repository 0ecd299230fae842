import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";

/** The name of a user's own recipe: 1 to 63 letters, digits, underscores and hyphens */
export type RecipeName = Brand<string, "RecipeName">;

/**
 * Rules for a file's name without `.ts` that is also a word of a command line, and the name of the lab that `up` makes
 * of it
 */
const RULES: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  { refuses: /^-/, reason: () => "a name that begins with a hyphen looks like an option" },
  { refuses: /\//, reason: () => "it is made in the folder where you are, and has no slash" },
  { refuses: /[^A-Za-z0-9_-]/, reason: () => "only letters, digits, underscores and hyphens are allowed" },
  { refuses: /.{64}/, reason: ({ length }) => `${length} characters, and 63 are allowed` },
];

/**
 * Makes a recipe's name; a `.ts` at its end is dropped.
 *
 * @throws {BadValue} when it cannot be a file's name, or would be misread on a command line
 *
 * @example
 * ```ts
 * import { parseRecipeName } from "./recipe-name.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseRecipeName("my-link.ts")).toBe("my-link");
 * expect(() => parseRecipeName("../my-link")).toThrow(RangeError);
 * ```
 */
export function parseRecipeName(text: string): RecipeName {
  const name = text.replace(/\.ts$/, "");
  const reason = reasonAgainst(name, RULES);
  if (reason !== null) throw new BadValue({ value: text, kind: "a recipe's name", reason, tryThis: null });
  return name as RecipeName;
}
